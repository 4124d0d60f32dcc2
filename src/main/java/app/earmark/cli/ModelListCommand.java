package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.embed.PackDescription;
import app.earmark.embed.UnusablePack;
import app.earmark.library.PackId;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.ShelvedPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "list", mixinStandardHelpOptions = true, description = "List the model packs.")
final class ModelListCommand extends EarmarkSubcommand {

    ModelListCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Models(List<Model> models, List<String> unusable) {}

    record Model(
            String pack,
            String name,
            boolean inUse,
            boolean bundled,
            long sizeBytes,
            String licence,
            String credit,
            String hash,
            int jointDimension,
            int acousticDimension,
            double logitScale) {

        static Model of(ShelvedPack shelved, boolean inUse) {
            PackDescription pack = shelved.description();
            return new Model(
                    pack.packId().toString(),
                    pack.name(),
                    inUse,
                    shelved.bundled(),
                    shelved.sizeBytes(),
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
        PackShelf shelf = earmark.packs();
        PackShelf.Contents contents = shelf.contents();
        List<String> unusable = new ArrayList<>(contents.unusable());
        Optional<PackId> inUse = Optional.empty();
        try {
            inUse = Optional.of(shelf.inUse().description().packId());
        } catch (UnusablePack e) {
            unusable.add(e.getMessage());
        }
        PackId marked = inUse.orElse(null);
        List<Model> models = contents.packs().stream()
                .map(pack -> Model.of(pack, pack.description().packId().equals(marked)))
                .toList();
        if (session.json()) {
            session.printJson(new Models(models, unusable));
            return ExitCode.DONE;
        }
        for (Model model : models) {
            session.console().line((model.inUse() ? "* " : "  ") + Printable.pad(model.pack(), 18) + model.name());
            session.console().line("    " + size(model) + ", " + model.licence() + "; " + model.credit());
        }
        unusable.forEach(session.console()::say);
        return ExitCode.DONE;
    }

    private static String size(Model model) {
        return Math.max(1, model.sizeBytes() / 1_000_000) + " MB";
    }
}
