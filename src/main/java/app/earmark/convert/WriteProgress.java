package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;

/** Percents of the bytes there are to read and write, told to a {@link Progress}. */
final class WriteProgress {

    private static final int STEPS = 100;

    private final Progress progress;
    private final long total;
    private long done;
    private long told = -1;

    WriteProgress(Progress progress, String phase, long totalBytes) {
        this.progress = progress;
        this.total = Math.max(1, totalBytes);
        progress.phase(phase, STEPS);
    }

    /**
     * @throws CancelledWork if nobody wants the rest
     */
    void add(long bytes) throws CancelledWork {
        progress.throwIfCancelled();
        done += bytes;
        long percent = Math.min(STEPS, done * STEPS / total);
        if (percent != told) {
            told = percent;
            progress.advanced(percent, 0);
        }
    }
}
