package app.earmark.indexing;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Where a scan's time goes, added up over all threads. Cheap enough to be always on. */
public final class StageTimes {

    /** A step between file and database; {@code ENCODE} is log-mel and inference together. */
    public enum Stage {
        PROBE,
        DECODE,
        RESAMPLE,
        ENCODE,
        TAG,
        STORE
    }

    private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);

    public StageTimes() {
        for (Stage stage : Stage.values()) {
            nanos.put(stage, new LongAdder());
        }
    }

    /** Adds the time since {@code startNanos}, a reading of {@link System#nanoTime()}; returns the present reading. */
    long add(Stage stage, long startNanos) {
        long now = System.nanoTime();
        nanos.get(stage).add(now - startNanos);
        return now;
    }

    public double seconds(Stage stage) {
        return nanos.get(stage).sum() / 1e9;
    }
}
