package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagPrecedence;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The four things that a person may say about a label on a clip. Their word stands above every other source. */
@Command(mixinStandardHelpOptions = true)
abstract sealed class TagEditCommand extends EarmarkSubcommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "A file in the catalogue; it may be offline.")
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "LABEL",
            description = "A CatID such as DOORCreak, its full name such as DOORS-CREAK, or a label of your own.")
    private List<String> labels;

    private TagEditCommand(Session session) {
        super(session);
    }

    @Override
    Access access() {
        return Access.CHANGE;
    }

    @Override
    final int run(Earmark earmark) {
        Clip clip = new FileLookup(earmark).require(file);
        LabelLookup lookup = new LabelLookup(earmark.ucs());
        List<OwnLabel> before = earmark.tags().ownLabels();
        for (String typed : labels) {
            if (typed.isBlank()) {
                throw new CommandFailure(ExitCode.USAGE, "A label needs at least one letter.");
            }
            apply(earmark, clip, lookup.labelFor(typed));
        }
        int exitCode =
                earmark.tags().ownLabels().equals(before) ? ExitCode.DONE : new LabelChange(session).follow(earmark);
        new TagsPrinter(session).print(earmark, clip);
        return exitCode;
    }

    abstract void apply(Earmark earmark, Clip clip, String label);

    static List<ClipId> only(Clip clip) {
        return List.of(clip.id());
    }

    /** Reads the spellings of a label that people use. */
    private record LabelLookup(UcsTable ucs) {
        String labelFor(String typed) {
            String label = typed.strip();
            return ucs.find(label)
                    .or(() -> ucs.entries().stream()
                            .filter(entry -> entry.catId().equalsIgnoreCase(label)
                                    || entry.categoryFull().equalsIgnoreCase(label))
                            .findFirst())
                    .map(UcsEntry::catId)
                    .orElse(label);
        }
    }

    @Command(name = "add", description = "Say that a label holds for a clip.")
    static final class Add extends TagEditCommand {
        Add(Session session) {
            super(session);
        }

        @Override
        void apply(Earmark earmark, Clip clip, String label) {
            earmark.tags().hold(only(clip), label);
        }
    }

    @Command(name = "confirm", description = "Say that a proposed label, a tag or a guess, is right.")
    static final class Confirm extends TagEditCommand {
        Confirm(Session session) {
            super(session);
        }

        @Override
        void apply(Earmark earmark, Clip clip, String label) {
            ClipTags tags = earmark.clips().tagsOf(clip.id());
            boolean proposed = Stream.of(
                            tags.tags().stream().map(tag -> tag.label()),
                            tags.guesses().stream().map(guess -> guess.label()))
                    .flatMap(all -> all)
                    .anyMatch(known -> TagPrecedence.keyOf(known).equals(TagPrecedence.keyOf(label)));
            if (!proposed) {
                throw CommandFailure.notFound("Nobody proposed “" + label + "” for " + clip.path()
                        + "; to give it this label yourself, use: earmark tags add");
            }
            earmark.tags().hold(only(clip), label);
        }
    }

    @Command(name = "reject", description = "Say that a label is wrong; it will not be proposed for the clip again.")
    static final class Reject extends TagEditCommand {
        Reject(Session session) {
            super(session);
        }

        @Override
        void apply(Earmark earmark, Clip clip, String label) {
            earmark.tags().reject(only(clip), label);
        }
    }

    @Command(name = "remove", description = "Take back what you said about a label; other sources count again.")
    static final class Remove extends TagEditCommand {
        Remove(Session session) {
            super(session);
        }

        @Override
        void apply(Earmark earmark, Clip clip, String label) {
            earmark.tags().withdraw(only(clip), label);
        }
    }
}
