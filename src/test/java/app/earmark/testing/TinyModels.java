package app.earmark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Models of random weights in the layouts in which models are published, a few hundred kilobytes each. */
public final class TinyModels {

    public static final String COMMIT = "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432";

    private static final Path RESOURCES = Path.of("src/test/resources/app/earmark");

    private TinyModels() {}

    /** ONNX files as for transformers.js, as int8 and fp32, by path. */
    public static Map<String, byte[]> published() {
        return read(RESOURCES.resolve("embed/clap/unfused"));
    }

    /** A checkpoint with model.safetensors and pytorch_model.bin, by path. */
    public static Map<String, byte[]> checkpoint() {
        return read(RESOURCES.resolve("convert/unfused"));
    }

    /** A checkpoint of the fused kind. */
    public static Map<String, byte[]> fusedCheckpoint() {
        return read(RESOURCES.resolve("convert/fused"));
    }

    private static Map<String, byte[]> read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("expected.")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void offer(LocalHub hub, String repository, Map<String, byte[]> files) {
        files.forEach((path, content) -> hub.with(repository, COMMIT, path, content));
    }

    public static Path write(Path folder, Map<String, byte[]> files) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
