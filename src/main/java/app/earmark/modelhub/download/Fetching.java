package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.progress.Progress.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of {@link HubDownload#fetch}: what is here already, what is missing, and how the missing gets here. */
final class Fetching {

    private final HubSettings settings;
    private final HubConnection connection;
    private final FileResolver resolver;
    private final DiskRoom room;
    private final CacheFolder cache;
    private final RepositoryId repository;
    private final Revision revision;
    private final Progress progress;
    private final Map<String, Path> here = new LinkedHashMap<>();
    private final Map<WantedFile, ResolvedFile> missing = new LinkedHashMap<>();
    private Optional<String> commit;
    private long before;
    private long furthest;

    Fetching(
            HubSettings settings,
            HubConnection connection,
            DiskRoom room,
            CacheFolder cache,
            RepositoryId repository,
            Revision revision,
            Progress progress) {
        this.settings = settings;
        this.connection = connection;
        this.resolver = new FileResolver(settings, connection);
        this.room = room;
        this.cache = cache;
        this.repository = repository;
        this.revision = revision;
        this.progress = progress;
        this.commit = revision.isCommit() ? Optional.of(revision.name()) : Optional.empty();
        if (commit.isEmpty() && settings.offline()) {
            commit = cache.ref(revision);
        }
    }

    HubDownload.Fetched fetch(List<WantedFile> wanted) throws DownloadFailure, CancelledWork, IOException {
        for (WantedFile file : wanted) {
            if (!useCached(file)) {
                resolve(file);
            }
        }
        long total = missing.values().stream()
                .mapToLong(file -> file.sizeBytes().orElse(0))
                .sum();
        if (!missing.isEmpty()) {
            progress.phase("Downloading " + repository, total, Unit.BYTES);
        }
        for (Map.Entry<WantedFile, ResolvedFile> each : missing.entrySet()) {
            here.put(each.getKey().path(), download(each.getKey(), each.getValue()));
            before += each.getValue().sizeBytes().orElse(0);
        }
        if (!revision.isCommit() && !settings.offline()) {
            cache.putRef(revision, commit.orElseThrow());
        }
        return new HubDownload.Fetched(commit.orElseThrow(), Map.copyOf(here));
    }

    private String what(WantedFile file) {
        return file.path() + " of " + repository;
    }

    private boolean useCached(WantedFile file) throws IOException, CancelledWork {
        if (commit.isEmpty()) {
            return false;
        }
        Optional<Path> found = cache.find(commit.get(), file.path());
        if (found.isEmpty() || !ContentCheck.matches(found.get(), file, CacheFolder.etagOf(found.get()), progress)) {
            return false;
        }
        here.put(file.path(), found.get());
        return true;
    }

    private void resolve(WantedFile file) throws DownloadFailure, CancelledWork, IOException {
        settings.refuseIfOffline(what(file));
        Revision asked = commit.map(Revision::new).orElse(revision);
        ResolvedFile resolved =
                settings.retries().run(() -> 0, progress, () -> resolver.resolve(repository, asked, file, progress));
        ContentCheck.announced(file, resolved, what(file));
        boolean commitIsNews = commit.isEmpty();
        commit = Optional.of(resolved.commit());
        if (!commitIsNews || !useCached(file)) {
            missing.put(file, resolved);
        }
    }

    private Path download(WantedFile file, ResolvedFile resolved) throws DownloadFailure, CancelledWork, IOException {
        String content = resolved.contentName(file.path());
        Path blob = cache.blob(content);
        Files.createDirectories(blob.getParent());
        Optional<String> etag = Optional.of(resolved.etag());
        try (DownloadLock lock = DownloadLock.take(cache.lock(content), what(file), progress)) {
            if (!Files.isRegularFile(blob) || !ContentCheck.matches(blob, file, etag, progress)) {
                Path partial = cache.incomplete(content);
                boolean fromEarlier = Files.exists(partial);
                if (!transfer(file, resolved, partial) && !(fromEarlier && transfer(file, resolved, partial))) {
                    throw mismatch(file);
                }
                Files.move(partial, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return cache.publish(content, resolved.commit(), file.path());
        }
    }

    /** Completes the half file; false, and nothing left of it, if it is not what it should be. */
    private boolean transfer(WantedFile file, ResolvedFile first, Path partial)
            throws DownloadFailure, CancelledWork, IOException {
        Revision pinned = new Revision(first.commit());
        Transfer transfer = new Transfer(
                settings,
                connection,
                room,
                repository,
                resolver.address(repository, pinned, file),
                first.sizeBytes(),
                partial,
                what(file));
        furthest = 0;
        boolean[] again = {false};
        settings.retries().run(() -> furthest, progress, () -> {
            if (again[0]) {
                refuseIfChanged(file, first, resolver.resolve(repository, pinned, file, progress), partial);
            }
            again[0] = true;
            transfer.run(this::written, progress);
            return null;
        });
        if (ContentCheck.matches(partial, file, Optional.of(first.etag()), progress)) {
            return true;
        }
        Files.delete(partial);
        return false;
    }

    private void written(long bytes) {
        furthest = Math.max(furthest, bytes);
        progress.advanced(before + bytes, 0);
    }

    private void refuseIfChanged(WantedFile file, ResolvedFile first, ResolvedFile now, Path partial)
            throws DownloadFailure, IOException {
        if (!first.sameContent(now)) {
            Files.deleteIfExists(partial);
            throw new DownloadFailure(
                    Reason.WRONG_CONTENT,
                    "The server's " + what(file)
                            + " changed while it was being downloaded; nothing of it is used. Try again.");
        }
    }

    private DownloadFailure mismatch(WantedFile file) {
        return new DownloadFailure(
                Reason.WRONG_CONTENT,
                "What arrived as " + what(file)
                        + " is not the file that was announced (its digest differs); nothing of it is used. Try"
                        + " again.");
    }
}
