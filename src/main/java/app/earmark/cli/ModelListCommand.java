package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.embed.PackDescription;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", mixinStandardHelpOptions = true, description = "List the model packs.")
final class ModelListCommand extends EarmarkSubcommand {

    ModelListCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Models(List<Model> models) {}

    record Model(
            String pack,
            String name,
            boolean inUse,
            String licence,
            String credit,
            String hash,
            int jointDimension,
            int acousticDimension,
            double logitScale) {

        static Model of(PackDescription pack, boolean inUse) {
            return new Model(
                    pack.packId().toString(),
                    pack.name(),
                    inUse,
                    pack.licence(),
                    pack.credit(),
                    pack.hash(),
                    pack.jointDimension(),
                    pack.acousticDimension(),
                    pack.logitScale());
        }
    }

    @Override
    int run(Earmark earmark) throws Exception {
        var inUse = earmark.pack().id();
        List<Model> models = earmark.packs().stream()
                .map(pack -> Model.of(pack, pack.packId().equals(inUse)))
                .toList();
        if (session.json()) {
            session.printJson(new Models(models));
            return ExitCode.DONE;
        }
        for (Model model : models) {
            session.console().line((model.inUse() ? "* " : "  ") + Printable.pad(model.pack(), 18) + model.name());
            session.console().line("    " + model.licence() + "; " + model.credit());
        }
        return ExitCode.DONE;
    }
}
