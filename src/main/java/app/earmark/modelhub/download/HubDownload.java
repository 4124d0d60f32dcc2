package app.earmark.modelhub.download;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.progress.Progress.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Fetches files of a repository into the cache that programs share, each only if it isn't there, goes on where an earlier
 * download stopped, and hands over nothing whose digest it did not check. Thread-safe.
 */
public final class HubDownload {

    private final HubSettings settings;
    private final HubConnection connection;
    private final DiskRoom room;
    private final CacheFolder.Linker linker;

    public HubDownload(HubSettings settings) {
        this(settings, DiskRoom.OF_FILE_STORE, Files::createSymbolicLink);
    }

    HubDownload(HubSettings settings, DiskRoom.Measure room, CacheFolder.Linker linker) {
        this.settings = settings;
        this.connection = new HubConnection(settings);
        this.room = new DiskRoom(room);
        this.linker = linker;
    }

    /**
     * Files that were fetched.
     *
     * @param commit 40 hex digits
     * @param files where each lies, by its path in the repository; belong to the cache, so never change or move them
     */
    public record Fetched(String commit, Map<String, Path> files) {}

    /**
     * Fetches files of one commit. Calling it again after a failure or cancellation goes on from there.
     *
     * @param progress gets one phase in {@link Unit#BYTES} if anything has to be downloaded
     */
    public Fetched fetch(RepositoryId repository, Revision revision, List<WantedFile> wanted, Progress progress)
            throws DownloadFailure, CancelledWork {
        CacheFolder cache = new CacheFolder(settings.cache(), repository, linker);
        try {
            return new Fetching(settings, connection, room, cache, repository, revision, progress).fetch(wanted);
        } catch (IOException e) {
            throw room.explain(e, settings.cache().resolve(repository.cacheFolder()));
        }
    }

    /** What is in a repository at a revision. */
    public RepositoryListing list(RepositoryId repository, Revision revision, Progress progress)
            throws DownloadFailure, CancelledWork {
        settings.refuseIfOffline("the list of files of " + repository);
        try {
            return settings.retries()
                    .run(
                            () -> 0,
                            progress,
                            () -> RepositoryListing.ask(settings, connection, repository, revision, progress));
        } catch (IOException e) {
            throw new UncheckedIOException("asking for a list touches no disk", e);
        }
    }

    /** Bytes of half downloads of a repository that the next {@link #fetch} need not fetch again. */
    public long incompleteBytes(RepositoryId repository) {
        return new CacheFolder(settings.cache(), repository, linker).incompleteBytes();
    }

    /** Deletes what was fetched of files that are not complete; what is complete stays, as other programs may use it. */
    public void deleteIncomplete(RepositoryId repository) throws DownloadFailure {
        CacheFolder cache = new CacheFolder(settings.cache(), repository, linker);
        try {
            cache.deleteIncomplete();
        } catch (IOException e) {
            throw room.explain(e, cache.folder());
        }
    }

    /**
     * Deletes all that the cache has of a repository, for every program that shares it.
     *
     * @return the bytes that are free now
     */
    public long deleteCached(RepositoryId repository) throws DownloadFailure {
        CacheFolder cache = new CacheFolder(settings.cache(), repository, linker);
        try {
            return cache.delete();
        } catch (IOException e) {
            throw room.explain(e, cache.folder());
        }
    }
}
