package app.earmark.assembly.health;

import app.earmark.assembly.health.Check.NotWell;
import app.earmark.assembly.health.Finding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Line;
import javax.sound.sampled.SourceDataLine;

/** What the window needs and the command line does not. Looks at files only: loading JavaFX is the window's affair. */
final class WindowChecks {

    /** Library → the Debian package that has it. */
    private static final Map<String, String> GTK = new TreeMap<>(Map.of(
            "libgtk-3.so.0", "libgtk-3-0", "libXtst.so.6", "libxtst6", "libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    private final SharedLibraries libraries;
    private final boolean linux =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");

    WindowChecks(SharedLibraries libraries) {
        this.libraries = libraries;
    }

    List<Check> all() {
        return List.of(
                optional(
                        "JavaFX",
                        "draws the window",
                        "Install Earmark again: its lib folder is incomplete.",
                        this::javafx),
                optional(
                        "Window libraries",
                        "JavaFX needs GTK 3",
                        "apt-get install -y --no-install-recommends " + String.join(" ", missing()),
                        this::windowLibraries),
                optional("Fonts", "JavaFX needs one", "apt-get install -y fonts-dejavu-core", this::fonts),
                optional(
                        "Display",
                        "the window opens on it; the command line needs none",
                        "Run Earmark in a desktop session, or: xvfb-run earmark",
                        this::display),
                optional(
                        "Sound device",
                        "plays sounds; everything else works without",
                        "Connect a sound device; Debian also needs: apt-get install -y libasound2",
                        this::soundDevice));
    }

    private static Check optional(String subject, String why, String remedy, Check.Probe probe) {
        return new Check(subject, why, Level.OPTIONAL_MISSING, remedy, probe);
    }

    private String javafx() throws NotWell {
        ClassLoader loader = WindowChecks.class.getClassLoader();
        if (loader.getResource("javafx/stage/Stage.class") == null) {
            throw new NotWell("not on the class path");
        }
        if (linux && loader.getResource("libglassgtk3.so") == null) {
            throw new NotWell("its native libraries for this system are not on the class path");
        }
        return "on the class path";
    }

    List<String> missing() {
        return GTK.entrySet().stream()
                .filter(entry -> linux && !libraries.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private String windowLibraries() throws NotWell {
        if (!linux) {
            return "come with the system";
        }
        if (!missing().isEmpty()) {
            throw new NotWell("missing: " + String.join(", ", missing()));
        }
        return String.join(", ", GTK.keySet());
    }

    private String fonts() throws NotWell, IOException {
        if (!linux) {
            return "come with the system";
        }
        for (String folder :
                List.of("/usr/share/fonts", "/usr/local/share/fonts", System.getProperty("user.home") + "/.fonts")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    if (files.anyMatch(file -> file.toString().matches(".*\\.(ttf|otf|ttc|pfb)"))) {
                        return "found in " + folder;
                    }
                }
            }
        }
        throw new NotWell("none found");
    }

    private String display() throws NotWell {
        if (!linux) {
            return "comes with the system";
        }
        String display = System.getenv().getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            throw new NotWell("DISPLAY is not set");
        }
        return display;
    }

    private String soundDevice() throws NotWell {
        List<String> devices = Arrays.stream(AudioSystem.getMixerInfo())
                .filter(info -> AudioSystem.getMixer(info).isLineSupported(new Line.Info(SourceDataLine.class)))
                .map(javax.sound.sampled.Mixer.Info::getName)
                .toList();
        if (devices.isEmpty()) {
            throw new NotWell("none");
        }
        return String.join(", ", devices);
    }
}
