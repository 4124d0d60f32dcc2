package app.earmark.convert;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder that is written beside its place, under a name that starts with a dot, and moved there once it is complete. */
final class PackFolder implements Closeable {

    private final Path place;
    private final Path draft;
    private final Map<String, String> sha256 = new TreeMap<>();
    private long bytes;

    private PackFolder(Path place, Path draft) {
        this.place = place;
        this.draft = draft;
    }

    /**
     * @param needed bytes it will take
     * @throws UnwritablePack if the place is taken or there is no room
     */
    static PackFolder at(Path place, long needed) throws UnwritablePack {
        Path absolute = place.toAbsolutePath();
        try {
            if (Files.exists(absolute)) {
                throw new FileAlreadyExistsException(absolute.toString());
            }
            Files.createDirectories(absolute.getParent());
            Room.require(absolute.getParent(), needed);
            // Not a temporary folder, which nobody else might read.
            return new PackFolder(
                    absolute,
                    Files.createDirectory(
                            absolute.resolveSibling("." + absolute.getFileName() + "-" + UUID.randomUUID())));
        } catch (FileAlreadyExistsException e) {
            throw new UnwritablePack(
                    "There is something at " + e.getFile() + " already; move it away or choose another place.", e);
        } catch (IOException e) {
            throw unwritable(absolute, e);
        }
    }

    /** Opens a new file; it is known with its digest once it is closed. */
    OutputStream file(String name) throws IOException {
        return new DigestedFile(draft.resolve(name), (digest, length) -> {
            sha256.put(name, digest);
            bytes += length;
        });
    }

    /** Digests of the files closed so far, by name. */
    Map<String, String> sha256() {
        return sha256;
    }

    long bytes() {
        return bytes;
    }

    /** Puts the folder in its place. */
    void complete() throws UnwritablePack {
        try {
            Files.move(draft, place);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    UnwritablePack unwritable(IOException cause) {
        return unwritable(place, cause);
    }

    private static UnwritablePack unwritable(Path place, IOException cause) {
        return new UnwritablePack(
                "The pack can't be written to " + place + ": is the disk full or write-protected?", cause);
    }

    /** Removes what was written, unless it is complete. */
    @Override
    public void close() {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> all = Files.walk(draft)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The unfinished pack in " + draft + " can't be deleted.", e);
        }
    }
}
