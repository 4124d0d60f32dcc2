package app.earmark.embed;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pack's text side, in memory only while it is asked: it loads at its first use, is released when nobody asked for a
 * while, and loads again. Thread-safe; it is never released under somebody who uses it.
 *
 * @param <T> what is loaded
 */
final class TextTower<T extends TextEncoder & AutoCloseable> implements TextEncoder, AutoCloseable {

    /** Someone who searches now and then does not wait for the model each time; a window left open gives memory back. */
    static final Duration KEPT_IDLE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(TextTower.class);

    /** Loads the encoder. */
    @FunctionalInterface
    interface Loading<T> {
        T load() throws EncoderFailure;
    }

    /** Runs an action once, after a while, on another thread. */
    interface Clock extends LongSupplier {
        void later(Duration wait, Runnable action);
    }

    /** Uses the encoder while it is there. */
    @FunctionalInterface
    interface Use<T, R> {
        R of(T encoder) throws EncoderFailure;
    }

    private final String packName;
    private final Loading<T> loading;
    private final Duration keptIdle;
    private final Clock clock;
    private T encoder;
    private int users;
    private long lastUse;
    private boolean lookPlanned;
    private boolean closed;

    /** @param clock its value is in nanoseconds */
    TextTower(String packName, Loading<T> loading, Duration keptIdle, Clock clock) {
        this.packName = packName;
        this.loading = loading;
        this.keptIdle = keptIdle;
        this.clock = clock;
    }

    /** Loads it if it is not there. */
    void ready() throws EncoderFailure {
        use(loaded -> loaded);
    }

    @Override
    public float[] encode(String description) throws EncoderFailure {
        return use(loaded -> loaded.encode(description));
    }

    @Override
    public TextVectors vectors(String text) throws EncoderFailure {
        return use(loaded -> loaded.vectors(text));
    }

    @Override
    public float[] meaning(String text) throws EncoderFailure {
        return use(loaded -> loaded.meaning(text));
    }

    <R> R use(Use<T, R> use) throws EncoderFailure {
        T loaded = begin();
        try {
            return use.of(loaded);
        } finally {
            end();
        }
    }

    private synchronized T begin() throws EncoderFailure {
        if (closed) {
            throw new IllegalStateException("the model pack " + packName + " is closed");
        }
        if (encoder == null) {
            LOG.debug("loading the text side of {}", packName);
            encoder = loading.load();
        }
        users++;
        return encoder;
    }

    private synchronized void end() {
        users--;
        lastUse = clock.getAsLong();
        if (closed) {
            release();
        } else if (!lookPlanned) {
            lookPlanned = true;
            clock.later(keptIdle, this::look);
        }
    }

    private synchronized void look() {
        lookPlanned = false;
        if (closed || encoder == null) {
            return;
        }
        Duration idle = Duration.ofNanos(clock.getAsLong() - lastUse);
        if (users == 0 && idle.compareTo(keptIdle) >= 0) {
            LOG.debug("releasing the text side of {}, which nobody asked for {}", packName, idle);
            release();
        } else {
            lookPlanned = true;
            clock.later(users > 0 ? keptIdle : keptIdle.minus(idle), this::look);
        }
    }

    private void release() {
        if (users > 0 || encoder == null) {
            return;
        }
        T released = encoder;
        encoder = null;
        try {
            released.close();
        } catch (Exception e) {
            LOG.warn("the text side of {} did not close", packName, e);
        }
    }

    /** Refuses later uses; one under way ends first. */
    @Override
    public synchronized void close() {
        closed = true;
        release();
    }
}
