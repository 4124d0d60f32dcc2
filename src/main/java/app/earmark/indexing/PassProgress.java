package app.earmark.indexing;

import app.earmark.library.ClipFailure;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.Optional;

/** Counts one pass's clips for the person who watches. */
final class PassProgress {

    private final Progress progress;
    private final ScanTally tally;
    private long done;
    private long failed;

    PassProgress(Progress progress, ScanTally tally) {
        this.progress = progress;
        this.tally = tally;
    }

    void passed(Path file, Optional<ClipFailure> failure) {
        done++;
        tally.touched(file);
        failure.ifPresent(f -> {
            failed++;
            tally.failed(f);
        });
        progress.advanced(done, failed);
    }
}
