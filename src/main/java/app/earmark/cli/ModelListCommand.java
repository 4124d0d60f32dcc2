package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.embed.UnusablePack;
import app.earmark.library.PackId;
import app.earmark.modelhub.KnownModel;
import app.earmark.modelhub.KnownModels;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.ShelvedPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the model packs there are, and the models that can be had.")
final class ModelListCommand extends EarmarkSubcommand {

    ModelListCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Models(List<ModelView> models, List<KnownModelView> known, List<String> unusable) {}

    @Override
    int run(Earmark earmark) throws Exception {
        PackShelf shelf = earmark.packs();
        PackShelf.Contents contents = shelf.contents();
        List<String> unusable = new ArrayList<>(
                contents.unusable().stream().map(PackShelf.UnusableFolder::why).toList());
        Optional<PackId> inUse = Optional.empty();
        try {
            inUse = Optional.of(shelf.inUse().description().packId());
        } catch (UnusablePack e) {
            unusable.add(e.getMessage());
        }
        List<ModelView> models = new ArrayList<>();
        for (ShelvedPack pack : contents.packs()) {
            models.add(ModelView.of(
                    pack, inUse.equals(Optional.of(pack.description().packId()))));
        }
        List<KnownModelView> known = KnownModels.load().all().stream()
                .map(model -> KnownModelView.of(model, shelved(model, contents.packs())))
                .toList();
        if (session.json()) {
            session.printJson(new Models(models, known, unusable));
            return ExitCode.DONE;
        }
        models.forEach(this::print);
        session.console().line("");
        session.console().line("To be had with earmark model get:");
        known.forEach(this::print);
        unusable.forEach(session.console()::say);
        return ExitCode.DONE;
    }

    private static List<String> shelved(KnownModel model, List<ShelvedPack> packs) {
        return packs.stream()
                .filter(pack -> pack.repository().equals(Optional.of(model.repository())))
                .map(PackLookup::name)
                .toList();
    }

    private void print(ModelView model) {
        Console console = session.console();
        console.line((model.inUse() ? "* " : "  ") + Printable.pad(model.pack(), 18) + "  " + model.name());
        console.line("    " + Words.megabytes(model.sizeBytes()) + ", " + model.licence() + "; " + model.credit());
    }

    private void print(KnownModelView model) {
        Console console = session.console();
        console.line("  " + model.repository() + (model.packs().isEmpty() ? "" : "  (there)"));
        if (model.warning() != null) {
            console.line("    Don't: " + model.warning());
            return;
        }
        console.line("    " + model.goodAt());
        console.line("    " + model.describeDownloads() + "; " + model.licence());
    }
}
