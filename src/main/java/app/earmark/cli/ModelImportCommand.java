package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.modelhub.ShelvedPack;
import app.earmark.modelhub.WeightPrecision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take a model from a folder or zip: a pack, ONNX files as on the hub, or a checkpoint.")
final class ModelImportCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "PATH", description = "Folder or zip; it is copied.")
    private Path place;

    @Option(names = "--precision", paramLabel = "P", description = "fp32, fp16 or int8, where there is a choice.")
    private WeightPrecision precision;

    @Option(names = "--use", description = "Put it to use at once.")
    private boolean use;

    ModelImportCommand(Session session) {
        super(session);
    }

    @Override
    int run(Earmark earmark) throws Exception {
        Path absolute = FileLookup.absolute(place);
        if (!Files.exists(absolute)) {
            throw CommandFailure.notFound("There is nothing at " + absolute + ".");
        }
        ConsoleProgress progress = session.progress();
        ShelvedPack pack = earmark.models().importFrom(absolute, Optional.ofNullable(precision), progress);
        progress.clear();
        return new Arrival(session, earmark).report(pack, use);
    }
}
