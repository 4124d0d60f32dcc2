package app.earmark.indexing;

import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ListenedClip;
import app.earmark.library.ScanCatalog;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Listens to clips with one pack and saves what was heard. */
final class ListeningPass {

    private static final int LISTENED_A_BATCH = 64;

    private final ScanCatalog catalog;
    private final ScanSettings settings;
    private final StageTimes times;

    ListeningPass(ScanCatalog catalog, ScanSettings settings, StageTimes times) {
        this.catalog = catalog;
        this.settings = settings;
        this.times = times;
    }

    void run(ClipListener listener, List<ListenTask> tasks, ScanTally tally, Progress progress) throws CancelledWork {
        progress.phase("Listening", tasks.size());
        PassProgress done = new PassProgress(progress, tally);
        Map<ClipId, Path> paths = tasks.stream().collect(Collectors.toMap(ListenTask::id, ListenTask::path));
        Consumer<List<ListenedClip>> save = batch -> {
            long start = System.nanoTime();
            catalog.saveListened(
                    batch.stream().filter(c -> !vanished(c.failure())).toList());
            times.add(StageTimes.Stage.STORE, start);
            batch.stream().filter(c -> c.state() != ClipState.FAILED).forEach(c -> tally.embedded());
        };
        new ParallelPass<ListenTask, ListenedClip>(
                        "listen", settings.workers(), LISTENED_A_BATCH, task -> listener.listen(task, progress), save)
                .run(tasks, progress, clip -> done.passed(paths.get(clip.id()), clip.failure()));
    }

    static boolean vanished(Optional<ClipFailure> failure) {
        return failure.map(ClipFailure::code)
                .filter(ClipFailures.VANISHED::equals)
                .isPresent();
    }
}
