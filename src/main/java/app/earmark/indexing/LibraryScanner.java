package app.earmark.indexing;

import app.earmark.decode.AudioDecoder;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.LibraryId;
import app.earmark.library.ProbedFile;
import app.earmark.library.ScanCatalog;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.metadata.ClipTextReader;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Scans in three phases: {@code Listing} walks and compares, {@code Probing} learns what each new file is, so that the
 * library can be browsed at once, {@code Listening} carries clips to vectors and labels. What a phase still has to do is
 * asked of the catalogue, so that a scan goes on where an earlier one was cancelled or killed.
 */
public final class LibraryScanner implements Scanner {

    private static final int PROBED_A_BATCH = 256;

    private final ClipCatalog clips;
    private final ScanCatalog catalog;
    private final FileProbe probe;
    private final Supplier<ClipListener> listeners;
    private final ScanSettings settings;
    private final StageTimes times;
    private final ListeningPass listening;

    /** @param listeners asked once a scan, when there is something to listen to or to compare */
    public LibraryScanner(
            ClipCatalog clips,
            ScanCatalog catalog,
            AudioDecoder decoder,
            ClipTextReader reader,
            Supplier<ClipListener> listeners,
            ScanSettings settings,
            StageTimes times) {
        this.clips = clips;
        this.catalog = catalog;
        this.probe = new FileProbe(decoder, reader);
        this.listeners = listeners;
        this.settings = settings;
        this.times = times;
        this.listening = new ListeningPass(catalog, settings, times);
    }

    /** Throws what makes further work pointless, such as a catalogue that can't be written; what was saved stays. */
    @Override
    public synchronized ScanReport scan(List<Path> folders, boolean acceptMissing, Progress progress) {
        ScanTally tally = new ScanTally(progress);
        try {
            Set<LibraryId> libraries = list(folders, acceptMissing, tally, progress);
            probe(libraries, tally, progress);
            listen(libraries, tally, progress);
            return tally.report(false);
        } catch (CancelledWork e) {
            return tally.report(true);
        }
    }

    private Set<LibraryId> list(List<Path> folders, boolean acceptMissing, ScanTally tally, Progress progress)
            throws CancelledWork {
        progress.phase("Listing", -1);
        Set<Path> retried = clips.failures().stream()
                .filter(ClipFailures::mayPass)
                .map(ClipFailure::path)
                .collect(Collectors.toSet());
        LibraryListing listing = new LibraryListing(catalog, clips::libraries, retried, acceptMissing, tally, progress);
        Set<LibraryId> libraries = new LinkedHashSet<>();
        for (ScanTarget target : ScanTarget.of(folders, clips.libraries())) {
            listing.update(target).ifPresent(library -> libraries.add(library.id()));
        }
        return libraries;
    }

    private void probe(Set<LibraryId> libraries, ScanTally tally, Progress progress) throws CancelledWork {
        List<ListenTask> tasks = present(catalog.awaitingProbing(libraries), tally);
        progress.phase("Probing", tasks.size());
        PassProgress done = new PassProgress(progress, tally);
        Map<ClipId, Path> paths = tasks.stream().collect(Collectors.toMap(ListenTask::id, ListenTask::path));
        Consumer<List<ProbedFile>> save = batch -> {
            long start = System.nanoTime();
            catalog.saveProbed(batch.stream()
                    .filter(p -> !ListeningPass.vanished(p.failure()))
                    .toList());
            times.add(StageTimes.Stage.STORE, start);
        };
        ParallelPass.Work<ListenTask, ProbedFile> work = task -> {
            long start = System.nanoTime();
            ProbedFile probed = probe.probe(task);
            times.add(StageTimes.Stage.PROBE, start);
            return probed;
        };
        new ParallelPass<>("probe", settings.workers(), PROBED_A_BATCH, work, save)
                .run(tasks, progress, probed -> done.passed(paths.get(probed.id()), probed.failure()));
    }

    private void listen(Set<LibraryId> libraries, ScanTally tally, Progress progress) throws CancelledWork {
        progress.phase("Loading the model", -1);
        ClipListener listener = listeners.get();
        List<ListenTask> tasks = present(catalog.awaitingListening(libraries, listener.pack()), tally).stream()
                .filter(task -> !tally.hasFailed(task.path()))
                .toList();
        listening.run(listener, tasks, tally, progress);
    }

    private static List<ListenTask> present(List<ListenTask> tasks, ScanTally tally) {
        return tasks.stream().filter(task -> tally.hasFound(task.path())).toList();
    }
}
