package app.earmark.assembly;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folder where Earmark keeps what is its own: the catalogue, imported packs, logs and unpacked native libraries.
 * Nothing is created before it is needed.
 */
public record EarmarkHome(Path folder) {

    /** Names the folder, and overrides the operating system's usual place. */
    public static final String VARIABLE = "EARMARK_HOME";

    public EarmarkHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** {@code $EARMARK_HOME}, or the usual place for an application's data on this operating system. */
    public static EarmarkHome ofThisMachine() {
        return locate(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * @param operatingSystem as in the system property {@code os.name}
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>
     */
    static EarmarkHome locate(Map<String, String> environment, String operatingSystem, Path userHome) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return new EarmarkHome(Path.of(named));
        }
        String os = operatingSystem.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new EarmarkHome(base(environment, "APPDATA", userHome.resolve("AppData/Roaming"))
                    .resolve("Earmark"));
        }
        if (os.startsWith("mac")) {
            return new EarmarkHome(userHome.resolve("Library/Application Support/Earmark"));
        }
        return new EarmarkHome(base(environment, "XDG_DATA_HOME", userHome.resolve(".local/share"))
                .resolve("earmark"));
    }

    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    /** The catalogue that is used when none is named. */
    public Path catalogue() {
        return folder.resolve("catalogue.db");
    }

    /** The person's own choices of columns for sheets. */
    public Path columnPresets() {
        return folder.resolve("column-presets.json");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Where native libraries are unpacked to. */
    public Path natives() {
        return folder.resolve("natives");
    }

    /** What can be computed again at any time. */
    public Path caches() {
        return folder.resolve("caches");
    }

    /** What writing metadata replaced, so that it can be undone. */
    public Path backups() {
        return folder.resolve("backups");
    }

    /** Imported model packs, a folder each. */
    public Path packs() {
        return folder.resolve("packs");
    }

    /** The sample sounds, once they were unpacked. */
    public Path demo() {
        return folder.resolve("demo");
    }

    /** System properties that keep every library from leaving files elsewhere; set before the first of them loads. */
    public Map<String, String> systemProperties() {
        return Map.of(
                "earmark.log.dir", logs().toString(),
                "javafx.cachedir", natives().resolve("javafx").toString(),
                "org.bytedeco.javacpp.cachedir", natives().resolve("javacpp").toString(),
                "org.sqlite.tmpdir", natives().resolve("sqlite").toString(),
                "DJL_CACHE_DIR", natives().resolve("djl").toString(),
                "jna.tmpdir", natives().resolve("jna").toString(),
                "earmark.natives.dir", natives().toString());
    }
}
