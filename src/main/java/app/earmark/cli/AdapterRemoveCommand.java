package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.library.PackId;
import picocli.CommandLine.Command;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Forget what was learnt from names; searches go by the model alone again.")
final class AdapterRemoveCommand extends EarmarkSubcommand {

    AdapterRemoveCommand(Session session) {
        super(session);
    }

    @Override
    Access access() {
        return Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) throws Exception {
        PackId pack = earmark.servingPack().id();
        if (earmark.adapter().status(pack).fitted().isEmpty()) {
            throw CommandFailure.notFound(
                    "Nothing was learnt from names for " + pack + "; see: earmark adapter status");
        }
        earmark.adapter().remove(pack);
        AdapterView.print(session, earmark.adapter().status(pack));
        return ExitCode.DONE;
    }
}
