package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Edit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "List what was changed by hand, newest first: tags, labels, texts, names of files, metadata.")
final class HistoryCommand extends EarmarkSubcommand {

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most this many steps; 20 by default.")
    private int most;

    HistoryCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record History(List<EditView> edits) {}

    @Override
    int run(Earmark earmark) {
        if (most < 1) {
            throw new CommandFailure(ExitCode.USAGE, "-n takes a number from 1 on, not " + most + ".");
        }
        List<Edit> edits = earmark.journal().newest(most);
        if (session.json()) {
            session.printJson(new History(edits.stream().map(EditView::of).toList()));
            return ExitCode.DONE;
        }
        if (edits.isEmpty()) {
            session.console().say("Nothing was changed by hand yet.");
        }
        edits.forEach(edit -> session.console().line(EditView.line(edit)));
        return ExitCode.DONE;
    }
}
