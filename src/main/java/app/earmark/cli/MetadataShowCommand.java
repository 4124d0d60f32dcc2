package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.metadata.FileMetadata;
import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.UnreadableMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Show every block of text in a file, and what follows from them. It need not be in the catalogue.")
final class MetadataShowCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "FILE", description = "A sound file.")
    private Path file;

    MetadataShowCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Shown(
            Path path,
            String format,
            Map<String, String> fields,
            List<Block> blocks,
            List<MarkerView> markers,
            List<String> faults) {}

    record Block(String block, Map<String, String> values) {}

    record MarkerView(String kind, long startFrames, long lengthFrames, String label) {

        static MarkerView of(Marker marker) {
            return new MarkerView(
                    marker.kind().name().toLowerCase(Locale.ROOT),
                    marker.startFrames(),
                    marker.lengthFrames(),
                    marker.label());
        }
    }

    @Override
    int run(Earmark earmark) {
        Path path = FileLookup.absolute(file);
        if (Files.notExists(path)) {
            throw CommandFailure.notFound("There is no file " + path + ".");
        }
        try {
            print(path, earmark.metadataReader().read(path));
        } catch (UnreadableMetadata e) {
            throw CommandFailure.couldNot(e.getMessage());
        }
        return ExitCode.DONE;
    }

    private void print(Path path, FileMetadata metadata) {
        Map<String, String> fields = new TreeMap<>(metadata.fields().values());
        if (session.json()) {
            session.printJson(new Shown(
                    path,
                    metadata.container(),
                    fields,
                    metadata.blocks().stream()
                            .map(block -> new Block(block.kind().label(), block.values()))
                            .toList(),
                    metadata.markers().stream().map(MarkerView::of).toList(),
                    metadata.faults()));
            return;
        }
        Console console = session.console();
        console.wholeLine(path + "  (" + metadata.container() + ")");
        for (MetadataBlock block : metadata.blocks()) {
            console.line(block.kind().label());
            print(block.values());
        }
        if (!metadata.markers().isEmpty()) {
            console.line(Words.count(metadata.markers().size(), "marker", "markers"));
            metadata.markers()
                    .forEach(marker -> console.line("  at frame " + marker.startFrames()
                            + (marker.lengthFrames() > 0 ? ", " + marker.lengthFrames() + " long" : "") + "  "
                            + marker.label()));
        }
        console.line("fields");
        print(fields);
        metadata.faults().forEach(console::say);
    }

    private void print(Map<String, String> values) {
        values.forEach((name, value) -> session.console().line("  " + Printable.pad(name, 20) + value));
    }
}
