package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipTags;
import app.earmark.library.Guess;
import app.earmark.library.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the tags of one clip. */
final class TagsPrinter {

    private final Session session;

    TagsPrinter(Session session) {
        this.session = session;
    }

    /** The object that the commands on tags print. */
    record Tags(Path path, List<TagView> tags, List<GuessView> guesses, List<String> rejected) {}

    void print(Earmark earmark, Clip clip) {
        ClipTags tags = earmark.clips().tagsOf(clip.id());
        if (session.json()) {
            session.printJson(
                    new Tags(clip.path(), TagView.of(tags.tags()), GuessView.of(tags.guesses()), tags.rejected()));
            return;
        }
        print(tags);
    }

    void print(ClipTags tags) {
        if (tags.tags().isEmpty()) {
            session.console().line("no confident tag");
        }
        for (Tag tag : tags.tags()) {
            session.console()
                    .line(row(
                            tag.label(),
                            tag.name(),
                            tag.source().code(),
                            tag.score().isPresent() ? number(tag.score().getAsDouble()) : ""));
        }
        for (Guess guess : tags.guesses()) {
            session.console().line(row(guess.label(), guess.name(), "guess", number(guess.score())));
        }
        for (String label : tags.rejected()) {
            session.console().line(row(label, "", "rejected", ""));
        }
    }

    private static String row(String label, String name, String source, String score) {
        return (Printable.pad(label, 14)
                        + Printable.pad(name.equals(label) ? "" : name, 34)
                        + Printable.pad(source, 10)
                        + score)
                .stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
