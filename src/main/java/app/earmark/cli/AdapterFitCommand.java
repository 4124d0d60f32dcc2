package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import picocli.CommandLine.Command;

@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Learn from the names, descriptions and confirmed tags of all sounds.",
            "Searches use it only if it finds more names held out than the model alone."
        })
final class AdapterFitCommand extends EarmarkSubcommand {

    AdapterFitCommand(Session session) {
        super(session);
    }

    @Override
    Access access() {
        return Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) throws Exception {
        ConsoleProgress progress = session.progress();
        var status = earmark.adapter().fit(earmark.servingPack(), progress);
        progress.clear();
        AdapterView.print(session, status);
        return ExitCode.DONE;
    }
}
