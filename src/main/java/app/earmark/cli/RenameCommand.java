package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.renaming.InterruptedRenaming;
import app.earmark.renaming.PlannedName.Outcome;
import app.earmark.renaming.RenameFailure;
import app.earmark.renaming.RenamePlan;
import app.earmark.renaming.Renamed;
import app.earmark.renaming.Renamer;
import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description = {
            "Give sounds UCS names, or names of your own pattern, from what is known of them. Tags and vectors stay, and",
            "nothing is listened to again. One edit, which 'earmark undo' takes back."
        })
final class RenameCommand extends EarmarkSubcommand {

    @Mixin
    private ClipChoice choice;

    @Mixin
    private NameChoices names;

    @ArgGroup
    private CutOff cutOff;

    @Option(names = "--dry-run", description = "Only say what would be renamed.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask.")
    private boolean yes;

    /** What to do with a renaming that was cut off. */
    private static final class CutOff {
        @Option(names = "--finish", description = "Carry out the rest of a renaming that was cut off.")
        private boolean finish;

        @Option(names = "--put-back", description = "Take back what was done of a renaming that was cut off.")
        private boolean putBack;
    }

    RenameCommand(Session session) {
        super(session);
    }

    @Override
    Access access() {
        return dryRun ? Access.READ : Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) throws Exception {
        try {
            return cutOff == null ? rename(earmark) : settle(earmark.renamer());
        } catch (RenameFailure e) {
            throw e.becauseOfInterrupted() ? needsSettling(e.getMessage()) : CommandFailure.couldNot(e.getMessage());
        }
    }

    private static CommandFailure needsSettling(String sentence) {
        return new CommandFailure(
                ExitCode.NEEDS_CONFIRMATION, sentence + " With: earmark rename --finish, or earmark rename --put-back");
    }

    private int settle(Renamer renamer) throws RenameFailure {
        if (renamer.interrupted().isEmpty()) {
            throw CommandFailure.notFound("No renaming was cut off.");
        }
        ConsoleProgress progress = session.progress();
        Renamed renamed = cutOff.finish ? renamer.finish(progress) : renamer.putBack(progress);
        progress.clear();
        new RenamePrinter(session).printSettled(renamed);
        return renamed.cancelled() ? ExitCode.CANCELLED : ExitCode.DONE;
    }

    private int rename(Earmark earmark) throws Exception {
        Optional<InterruptedRenaming> earlier = earmark.renamer().interrupted();
        if (earlier.isPresent()) { // a plan would be made of names that are half changed
            throw needsSettling(earlier.get().sentence() + " Finish that one, or put it back, first.");
        }
        ConsoleProgress progress = session.progress();
        RenamePlan plan = plan(earmark, progress);
        progress.clear();
        RenamePrinter printer = new RenamePrinter(session);
        if (dryRun || plan.isEmpty()) {
            printer.print(plan, dryRun);
            return ExitCode.DONE;
        }
        confirm(plan, printer);
        Renamed renamed = earmark.renamer().carryOut(plan, progress);
        progress.clear();
        printer.print(plan, renamed);
        return renamed.cancelled() ? ExitCode.CANCELLED : ExitCode.DONE;
    }

    private RenamePlan plan(Earmark earmark, ConsoleProgress progress) throws Exception {
        Collection<ClipId> clips = choice.clips(earmark, session);
        try {
            return earmark.renamer().plan(clips, names.options(), progress);
        } catch (CancelledWork e) {
            progress.clear();
            throw e;
        }
    }

    private void confirm(RenamePlan plan, RenamePrinter printer) {
        if (yes) {
            return;
        }
        String files = Words.count(plan.count(Outcome.RENAMED), "file", "files");
        if (!session.json()) {
            printer.preview(plan);
        }
        if (!Question.ask(session.console(), "Rename " + files + "?")) {
            throw new CommandFailure(
                    ExitCode.NEEDS_CONFIRMATION,
                    "Nothing was renamed; " + files + " would be. To go ahead, add --yes; to look first, --dry-run.");
        }
    }
}
