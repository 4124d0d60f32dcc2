package app.earmark.playback;

import app.earmark.dsp.SampleRate;
import java.util.Arrays;
import java.util.Optional;

/** A sink whose clock the test turns: sound is heard only when {@link #hear} is called, or at once in free run. */
final class ClockedFakeSink implements AudioSink {

    private static final long PATIENCE_MILLISECONDS = 10_000;

    private final int bufferFrames;
    private final Optional<SinkFormat> only;
    private SinkFormat format = new SinkFormat(new SampleRate(1), 1);
    private float[] pending = new float[0];
    private float[] heard = new float[0];
    private long heardSinceFlush;
    private boolean paused;
    private boolean freeRun;
    private boolean device = true;
    private boolean closed;

    ClockedFakeSink(int bufferFrames) {
        this(bufferFrames, null);
    }

    ClockedFakeSink(int bufferFrames, SinkFormat only) {
        this.bufferFrames = bufferFrames;
        this.only = Optional.ofNullable(only);
    }

    synchronized void unplug(boolean unplugged) {
        device = !unplugged;
    }

    synchronized void freeRun() {
        freeRun = true;
        notifyAll();
    }

    /** Lets {@code frames} frames be heard, waiting for them to be written; returns them, interleaved. */
    synchronized float[] hear(int frames) throws InterruptedException {
        int values = frames * format.channels();
        float[] result = new float[0];
        long deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
        while (result.length < values) {
            int part = paused ? 0 : Math.min(values - result.length, pending.length);
            if (part == 0) {
                if (System.currentTimeMillis() > deadline) {
                    throw new AssertionError("only " + result.length + " of " + values + " values were written");
                }
                wait(10);
                values = frames * format.channels();
                continue;
            }
            result = joined(result, Arrays.copyOf(pending, part));
            consume(part);
        }
        return result;
    }

    /** Lets up to {@code frames} frames be heard, as many as are there now; returns how many. */
    synchronized int hearSome(int frames) {
        int part = paused ? 0 : Math.min(frames * format.channels(), pending.length);
        consume(part);
        return part / format.channels();
    }

    /** Everything heard since the sink was made. */
    synchronized float[] heard() {
        return heard.clone();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private void consume(int values) {
        heard = joined(heard, Arrays.copyOf(pending, values));
        pending = Arrays.copyOfRange(pending, values, pending.length);
        heardSinceFlush += values / format.channels();
        notifyAll();
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Override
    public synchronized SinkFormat open(SampleRate rate, int channels) throws NoSoundDevice {
        if (!device) {
            throw new NoSoundDevice(null);
        }
        format = only.orElse(new SinkFormat(rate, Math.min(2, channels)));
        flush();
        paused = false;
        return format;
    }

    @Override
    public synchronized int write(float[] interleaved, int frames) {
        pending = joined(pending, Arrays.copyOf(interleaved, frames * format.channels()));
        notifyAll();
        try {
            while (!freeRun && pending.length > bufferFrames * format.channels() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return 0;
        }
        if (freeRun) {
            consume(pending.length);
        }
        return frames;
    }

    @Override
    public synchronized void start() {
        paused = false;
        notifyAll();
    }

    @Override
    public synchronized void pause() {
        paused = true;
    }

    @Override
    public synchronized void flush() {
        pending = new float[0];
        heardSinceFlush = 0;
    }

    @Override
    public synchronized long framesHeard() {
        return heardSinceFlush;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
