package app.earmark.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a file in the operating system's file manager. Starts a process, so it belongs in the background. */
final class Desktop {

    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    private Desktop() {}

    static Void reveal(Path file) throws IOException {
        List<String> command = command(System.getProperty("os.name", ""), file);
        LOG.debug("running {}", command);
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return null;
    }

    static List<String> command(String operatingSystem, Path file) {
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (os.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        Path folder = Files.isDirectory(file) || file.getParent() == null ? file : file.getParent();
        return List.of("xdg-open", folder.toString());
    }
}
