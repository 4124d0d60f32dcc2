package app.earmark.modelhub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder beside the packs, on the same disk, where a pack is put together before it is moved to its place. Nobody takes
 * it for a pack. What a killed process left behind is removed by the next one.
 */
final class Workbench implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);
    private static final String PREFIX = ".half-";
    private static final Pattern NAME = Pattern.compile("\\.half-(\\d+)-[0-9a-f]+");

    private final Path folder;

    private Workbench(Path folder) {
        this.folder = folder;
    }

    static Workbench in(Path packs) throws IOException {
        Files.createDirectories(packs);
        sweep(packs);
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new Workbench(Files.createDirectory(
                packs.resolve(PREFIX + ProcessHandle.current().pid() + "-" + random)));
    }

    /** A place for something, which does not exist yet. */
    Path place(String name) {
        return folder.resolve(name);
    }

    private static void sweep(Path packs) throws IOException {
        try (Stream<Path> entries = Files.list(packs)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Matcher name = NAME.matcher(entry.getFileName().toString());
                if (name.matches() && !isAlive(Long.parseLong(name.group(1)))) {
                    delete(entry);
                }
            }
        }
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Deletes a folder with all that is in it; what can't be deleted stays. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.warn("{} is left over", folder, e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            delete(folder);
        }
    }
}
