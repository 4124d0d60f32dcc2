package app.earmark.modelhub.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A repository's folder in the cache that programs share, as huggingface_hub lays it out: contents under {@code
 * blobs/ETAG}, half ones beside them as {@code ETAG.incomplete}; {@code snapshots/COMMIT/PATH} are relative links to them,
 * or the files themselves where links can't be made; {@code refs/BRANCH} holds a commit.
 */
final class CacheFolder {

    /** Makes a symbolic link. */
    @FunctionalInterface
    interface Linker {
        void link(Path link, Path target) throws IOException;
    }

    private final Path cache;
    private final Path folder;
    private final RepositoryId repository;
    private final Linker linker;

    CacheFolder(Path cache, RepositoryId repository, Linker linker) {
        this.cache = cache;
        this.repository = repository;
        this.folder = cache.resolve(repository.cacheFolder());
        this.linker = linker;
    }

    Path folder() {
        return folder;
    }

    Path blob(String etag) {
        return folder.resolve("blobs").resolve(etag);
    }

    Path incomplete(String etag) {
        return folder.resolve("blobs").resolve(etag + ".incomplete");
    }

    Path lock(String etag) {
        return cache.resolve(".locks").resolve(repository.cacheFolder()).resolve(etag + ".lock");
    }

    /** Where a file of a commit is, if it is here. */
    Optional<Path> find(String commit, String path) {
        return Optional.of(pointer(commit, path)).filter(Files::isRegularFile);
    }

    private Path pointer(String commit, String path) {
        return folder.resolve("snapshots").resolve(commit).resolve(path);
    }

    /** The digest in a content's name, if the snapshot is a link to it. */
    static Optional<String> etagOf(Path pointer) {
        try {
            return Files.isSymbolicLink(pointer)
                    ? Optional.of(Files.readSymbolicLink(pointer).getFileName().toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The commit that a branch or tag was at when somebody last asked. */
    Optional<String> ref(Revision revision) {
        try {
            return Optional.of(Files.readString(ref(revision.name())).strip())
                    .filter(commit -> commit.matches("[0-9a-f]{40}"));
        } catch (IOException neverAsked) {
            return Optional.empty();
        }
    }

    void putRef(Revision revision, String commit) throws IOException {
        Path ref = ref(revision.name());
        Files.createDirectories(ref.getParent());
        Path half = sibling(ref);
        Files.writeString(half, commit);
        Files.move(half, ref, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path ref(String name) {
        return folder.resolve("refs").resolve(name);
    }

    /** Shows a complete content under its path in a commit, and returns that path. */
    Path publish(String etag, String commit, String path) throws IOException {
        Path pointer = pointer(commit, path);
        Path blob = blob(etag);
        Files.createDirectories(pointer.getParent());
        Path half = sibling(pointer);
        try {
            linker.link(half, pointer.getParent().relativize(blob));
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.move(blob, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return pointer;
        }
        Files.move(half, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return pointer;
    }

    /** Bytes of half downloads. */
    long incompleteBytes() {
        long sum = 0;
        try {
            for (Path blob : incomplete()) {
                sum += Files.size(blob);
            }
        } catch (IOException nothingHere) {
            return sum;
        }
        return sum;
    }

    /** Deletes half downloads; complete ones stay. */
    void deleteIncomplete() throws IOException {
        try {
            for (Path blob : incomplete()) {
                Files.deleteIfExists(blob);
            }
        } catch (NoSuchFileException nothingHere) {
            return;
        }
    }

    private List<Path> incomplete() throws IOException {
        try (Stream<Path> blobs = Files.list(folder.resolve("blobs"))) {
            return blobs.filter(p -> p.toString().endsWith(".incomplete")).toList();
        }
    }

    /** Deletes everything of this repository and returns how many bytes that were; links are not followed. */
    long delete() throws IOException {
        long sum = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(java.util.Comparator.reverseOrder())::iterator) {
                sum += Files.isSymbolicLink(path) || Files.isDirectory(path) ? 0 : Files.size(path);
                Files.delete(path);
            }
        } catch (NoSuchFileException nothingHere) {
            return sum;
        }
        return sum;
    }

    private static Path sibling(Path path) {
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return path.resolveSibling("." + path.getFileName() + "." + random);
    }
}
