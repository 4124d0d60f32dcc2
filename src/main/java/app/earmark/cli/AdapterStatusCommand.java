package app.earmark.cli;

import app.earmark.assembly.Earmark;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Say what was learnt from your sounds' names, and how good it is.")
final class AdapterStatusCommand extends EarmarkSubcommand {

    AdapterStatusCommand(Session session) {
        super(session);
    }

    @Override
    int run(Earmark earmark) throws Exception {
        AdapterView.print(
                session, earmark.adapter().status(earmark.servingPack().id()));
        return ExitCode.DONE;
    }
}
