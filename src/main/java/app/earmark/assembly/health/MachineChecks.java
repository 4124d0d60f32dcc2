package app.earmark.assembly.health;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.health.Check.NotWell;
import app.earmark.assembly.health.Finding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Java, disk and locale. */
final class MachineChecks {

    private static final long ENOUGH_BYTES = 1L << 30;

    private final EarmarkHome home;
    private final Path catalogue;

    MachineChecks(EarmarkHome home, Path catalogue) {
        this.home = home;
        this.catalogue = catalogue;
    }

    List<Check> all() {
        return List.of(
                new Check(
                        "Java",
                        "Earmark runs on it",
                        Level.MISSING,
                        "Install Java 17 or later (Debian: apt-get install openjdk-17-jre).",
                        this::java),
                new Check(
                        "Home folder",
                        "holds the catalogue, the log and unpacked native libraries",
                        Level.MISSING,
                        "Make the folder writable, or name another one in " + EarmarkHome.VARIABLE + ".",
                        this::homeFolder),
                new Check(
                        "Disk space",
                        "a catalogue takes about 10 KB a clip, native libraries 150 MB once",
                        Level.OPTIONAL_MISSING,
                        "Free some space, or name a folder on another disk in " + EarmarkHome.VARIABLE + ".",
                        this::diskSpace),
                new Check(
                        "Locale",
                        "file names with accents can be opened only under a UTF-8 locale",
                        Level.OPTIONAL_MISSING,
                        "Start Earmark through its launcher, or set LC_ALL=C.UTF-8.",
                        this::locale));
    }

    private String java() throws NotWell {
        String found = System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (Runtime.version().feature() < 17) {
            throw new NotWell(found);
        }
        return found;
    }

    private String homeFolder() throws IOException, NotWell {
        try {
            Files.createDirectories(home.folder());
            Files.delete(Files.createTempFile(home.folder(), "doctor", null));
        } catch (IOException e) {
            throw new NotWell(home.folder() + " can't be written");
        }
        return home.folder().toString();
    }

    private String diskSpace() throws NotWell {
        String found = free(home.folder());
        Path folder = catalogue.getParent();
        return folder.startsWith(home.folder()) ? found : found + "; " + free(folder);
    }

    private static String free(Path folder) throws NotWell {
        Path there = folder;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        // Not Files.getFileStore: it fails where the mount point is out of sight, as in a container.
        long bytes = there.toFile().getUsableSpace();
        String found = String.format(Locale.ROOT, "%.1f GB free in %s", bytes / 1e9, there);
        if (bytes < ENOUGH_BYTES) {
            throw new NotWell(found);
        }
        return found;
    }

    private String locale() throws NotWell {
        String names = System.getProperty("sun.jnu.encoding", "unknown");
        if (!names.equalsIgnoreCase("UTF-8") && !System.getProperty("os.name").startsWith("Windows")) {
            throw new NotWell("file names are read as " + names);
        }
        return "file names are read as " + names;
    }
}
