package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipTags;
import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagChange;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagVerdict;
import app.earmark.ucs.UcsEntry;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final String verb;
    private final Optional<TagVerdict> verdict;

    /**
     * @param verb such as {@code Tag}
     * @param verdict what is said of each label; empty to take back what was said
     */
    private TagEditCommand(Session session, String verb, Optional<TagVerdict> verdict) {
        super(session);
        this.verb = verb;
        this.verdict = verdict;
    }

    @Override
    Access access() {
        return Access.CHANGE;
    }

    @Override
    final int run(Earmark earmark) {
        Clip clip = new FileLookup(earmark).require(file);
        List<OwnLabel> before = earmark.tags().ownLabels();
        Set<String> meant = new LinkedHashSet<>();
        for (String typed : labels) {
            if (typed.isBlank()) {
                throw new CommandFailure(ExitCode.USAGE, "A label needs at least one letter.");
            }
            meant.add(earmark.ucs().labelFor(typed));
        }
        requireSensible(earmark, clip, meant);
        earmark.journal().apply(title(earmark, clip, meant), changes(clip, meant), List.of());
        int exitCode =
                earmark.tags().ownLabels().equals(before) ? ExitCode.DONE : new LabelChange(session).follow(earmark);
        new TagsPrinter(session).print(earmark, clip);
        return exitCode;
    }

    /** A failure if the command makes no sense for this clip. */
    void requireSensible(Earmark earmark, Clip clip, Set<String> labels) {}

    /** One step, however many labels it is about. */
    private List<TagChange> changes(Clip clip, Set<String> labels) {
        return labels.stream()
                .map(label -> new TagChange(clip.id(), label, verdict))
                .toList();
    }

    private String title(Earmark earmark, Clip clip, Set<String> labels) {
        return verb
                + labels.stream()
                        .map(label -> earmark.ucs()
                                .find(label)
                                .map(UcsEntry::categoryFull)
                                .orElse(label))
                        .collect(Collectors.joining("\", \"", " \"", "\" on "))
                + clip.path().getFileName();
    }

    @Command(name = "add", description = "Say that a label holds for a clip.")
    static final class Add extends TagEditCommand {
        Add(Session session) {
            super(session, "Tag", Optional.of(TagVerdict.HOLDS));
        }
    }

    @Command(name = "confirm", description = "Say that a proposed label, a tag or a guess, is right.")
    static final class Confirm extends TagEditCommand {
        Confirm(Session session) {
            super(session, "Confirm", Optional.of(TagVerdict.HOLDS));
        }

        @Override
        void requireSensible(Earmark earmark, Clip clip, Set<String> labels) {
            ClipTags tags = earmark.clips().tagsOf(clip.id());
            Set<String> proposed = Stream.concat(
                            tags.tags().stream().map(Tag::label),
                            tags.guesses().stream().map(Guess::label))
                    .map(TagPrecedence::keyOf)
                    .collect(Collectors.toSet());
            for (String label : labels) {
                if (!proposed.contains(TagPrecedence.keyOf(label))) {
                    throw CommandFailure.notFound("Nobody proposed “" + label + "” for " + clip.path()
                            + "; to give it this label yourself, use: earmark tags add");
                }
            }
        }
    }

    @Command(name = "reject", description = "Say that a label is wrong; it will not be proposed for the clip again.")
    static final class Reject extends TagEditCommand {
        Reject(Session session) {
            super(session, "Reject", Optional.of(TagVerdict.REJECTED));
        }
    }

    @Command(name = "remove", description = "Take back what you said about a label; other sources count again.")
    static final class Remove extends TagEditCommand {
        Remove(Session session) {
            super(session, "Take back", Optional.empty());
        }
    }
}
