package app.earmark;

import app.earmark.assembly.EarmarkHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where log and native libraries go: the home folder, or, when that can't be written, a folder for this run alone. */
final class ScratchFolder {

    private ScratchFolder() {}

    /** The home itself if it can be written, otherwise an empty one that is deleted when the process ends. */
    static EarmarkHome of(EarmarkHome home) {
        if (isWritable(home)) {
            return home;
        }
        try {
            Path folder = Files.createTempDirectory("earmark-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return new EarmarkHome(folder);
        } catch (IOException e) {
            return home; // nothing can be written anywhere; what needs to be will say so
        }
    }

    private static boolean isWritable(EarmarkHome home) {
        try {
            for (Path folder : List.of(home.logs(), home.natives())) {
                Files.createDirectories(folder);
                if (!Files.isWritable(folder)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | RuntimeException e) {
            // Windows keeps loaded libraries; the system clears its temporary folder
        }
    }
}
