package app.earmark.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pack of a few hundred bytes, made by onnx/graphs: one space, no head, a prompt template, no level. */
public final class TinyPack {

    public static final PackFiles FILES = PackFiles.onClassPath("/app/earmark/embed/tiny");

    private TinyPack() {}

    /** Copies the pack into a folder and returns it. */
    public static Path copyTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : new String[] {"pack.json", "audio.onnx"}) {
                try (InputStream in = FILES.open(name)) {
                    Files.copy(in, folder.resolve(name));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text of pack.json. */
    public static void edit(Path folder, String from, String to) {
        try {
            String json = Files.readString(folder.resolve("pack.json"));
            if (!json.contains(from)) {
                throw new IllegalArgumentException(from);
            }
            Files.writeString(folder.resolve("pack.json"), json.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
