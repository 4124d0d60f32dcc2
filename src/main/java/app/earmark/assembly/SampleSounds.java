package app.earmark.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The bundled sample sounds. {@code demo/index.tsv} lists them, a file a line below a header: path, licence, credit.
 */
public final class SampleSounds {

    private static final String FOLDER = "/app/earmark/demo/";

    /** @param file path below the folder of sample sounds, with forward slashes */
    public record Sample(String file, String licence, String credit) {}

    private SampleSounds() {}

    public static List<Sample> list() throws IOException {
        try (InputStream index = open("index.tsv")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Sample(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }

    /** Puts the sounds into the folder; those that lie there complete are left alone, so that a rescan finds them unchanged. */
    public static void unpackTo(Path folder) throws IOException {
        for (Sample sample : list()) {
            unpackTo(folder, sample);
        }
    }

    /** Puts one sound into the folder and returns where it lies. */
    public static Path unpackTo(Path folder, Sample sample) throws IOException {
        Path target = folder.resolve(sample.file());
        try (InputStream sound = open(sample.file())) {
            byte[] bytes = sound.readAllBytes();
            if (!Files.isRegularFile(target) || Files.size(target) != bytes.length) {
                Files.createDirectories(target.getParent());
                Path unfinished = target.resolveSibling(target.getFileName() + ".part");
                Files.write(unfinished, bytes);
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = SampleSounds.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IOException("the program lacks its sample sound " + file);
        }
        return stream;
    }
}
