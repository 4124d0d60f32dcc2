package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.Undo.Outcome;
import app.earmark.assembly.Undo.Stuck;
import app.earmark.library.Edit;
import app.earmark.library.Taxonomy;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes one step back or forth in what was changed by hand. */
@Command(mixinStandardHelpOptions = true)
abstract sealed class RevertCommand extends EarmarkSubcommand {

    @Option(
            names = "--skip",
            description = "Files that can't be put back don't hold it up: the step counts as done without them.")
    private boolean skip;

    @Parameters(
            arity = "0..1",
            paramLabel = "NUMBER",
            description = "Only if this step is the next one; its number is in the history.")
    private Long number;

    private final Direction direction;

    private RevertCommand(Session session, Direction direction) {
        super(session);
        this.direction = direction;
    }

    private enum Direction {
        BACK("undo", "Undone"),
        FORTH("redo", "Redone");

        private final String verb;
        private final String done;

        Direction(String verb, String done) {
            this.verb = verb;
            this.done = done;
        }
    }

    /** The object that these commands print. */
    record Reverted(EditView edit, int files, List<Failure> failures) {}

    record Failure(Path path, String code, String message) {}

    @Override
    Access access() {
        return Access.CHANGE;
    }

    /** The step that comes next. */
    Optional<Edit> next(Earmark earmark) {
        return direction == Direction.BACK
                ? earmark.journal().undoable()
                : earmark.journal().redoable();
    }

    private void requireNext(Optional<Edit> next) {
        if (number != null && next.filter(edit -> edit.number() == number).isEmpty()) {
            throw CommandFailure.notFound("Step " + number + " is not the next one to " + direction.verb + "; "
                    + next.map(edit -> "that is " + edit.number() + ", “" + edit.title() + "”.")
                            .orElse("there is none."));
        }
    }

    private Optional<Outcome> revert(Earmark earmark, Stuck stuck, ConsoleProgress progress) {
        return direction == Direction.BACK
                ? earmark.undo().undo(stuck, progress)
                : earmark.undo().redo(stuck, progress);
    }

    @Override
    final int run(Earmark earmark) throws IOException {
        List<Taxonomy> labels = earmark.taxonomies().taxonomies();
        requireNext(next(earmark));
        ConsoleProgress progress = session.progress();
        Optional<Outcome> reverted;
        try {
            reverted = revert(earmark, skip ? Stuck.COUNTS_AS_DONE : Stuck.STAYS, progress);
        } finally {
            progress.clear();
        }
        Outcome outcome =
                reverted.orElseThrow(() -> CommandFailure.notFound("There is nothing to " + direction.verb + "."));
        int exitCode = earmark.taxonomies().taxonomies().equals(labels)
                ? ExitCode.DONE
                : new LabelChange(session).follow(earmark);
        outcome.failures().forEach(failure -> session.console().say(failure.messageWithFolder()));
        boolean whole = outcome.edit().undone() == (direction == Direction.BACK);
        Reverted result = new Reverted(
                EditView.of(outcome.edit()),
                outcome.files(),
                outcome.failures().stream()
                        .map(failure -> new Failure(failure.path(), failure.code(), failure.message()))
                        .toList());
        if (!whole && session.json()) {
            begin(result);
        }
        if (!whole && progress.isCancelled()) {
            throw new CommandFailure(
                    ExitCode.CANCELLED, "Stopped; to go on with the other files, run the same command again.");
        }
        if (!whole) {
            throw new CommandFailure(
                    ExitCode.COULD_NOT,
                    "“" + outcome.edit().title() + "” could not be wholly " + direction.done.toLowerCase(Locale.ROOT)
                            + "; mend what is said above and try again, or go on without these files with --skip.");
        }
        if (session.json()) {
            session.printJson(result);
        } else {
            session.console().line(direction.done + ": " + outcome.edit().title() + ".");
        }
        return exitCode;
    }

    /** What was done; the error comes to stand beside it. */
    private void begin(Reverted result) throws IOException {
        JsonWriter json = session.beginJson().json();
        json.name("edit");
        Json.write(result.edit(), json);
        json.name("files").value(result.files());
        json.name("failures");
        Json.write(result.failures(), json);
    }

    @Command(
            name = "undo",
            description = "Undo the last thing that was changed by hand; again, the one before. See: earmark history")
    static final class Undo extends RevertCommand {
        Undo(Session session) {
            super(session, Direction.BACK);
        }
    }

    @Command(
            name = "undo",
            description =
                    "Take back the last writing of metadata, to the byte, if it was the last thing changed by hand.")
    static final class MetadataUndo extends RevertCommand {
        MetadataUndo(Session session) {
            super(session, Direction.BACK);
        }

        @Override
        Optional<Edit> next(Earmark earmark) {
            Optional<Edit> last = super.next(earmark);
            if (last.isPresent() && last.get().kind() != Edit.Kind.METADATA) {
                throw CommandFailure.notFound("The last thing changed by hand was “"
                        + last.get().title() + "”, no metadata; to go back step by step: earmark undo");
            }
            return last;
        }
    }

    @Command(name = "redo", description = "Do again what was undone last.")
    static final class Redo extends RevertCommand {
        Redo(Session session) {
            super(session, Direction.FORTH);
        }
    }
}
