package app.earmark.assembly;

import app.earmark.dsp.Waveform;
import app.earmark.embed.AudioEncoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.TextEncoder;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast this machine listens with a pack: front end and model, on as many threads as a scan uses; reading and
 * resampling files comes on top.
 *
 * @param windowSeconds length of a window
 * @param mostWindows most windows of one clip
 * @param labelSeconds how long the prompts of all labels take, once, before the first clip
 */
public record PackSpeed(
        double windowsPerSecond, double windowSeconds, int mostWindows, int threads, double labelSeconds) {

    private static final float NOISE_LEVEL = 0.1f;
    private static final int SEED = 1;
    private static final String PROMPT = "a heavy wooden door creaks";
    private static final int PROMPTS_TRIED = 5;

    /** Has the encoder listen to noise, once to warm up, then again and again until {@code time} has passed. */
    static PackSpeed measure(AudioEncoder encoder, int threads, Duration time, Progress progress)
            throws EncoderFailure, CancelledWork {
        progress.phase("Measuring the speed", -1);
        Waveform window = noise(encoder);
        encoder.encode(window);
        progress.throwIfCancelled();
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "pack-speed");
            thread.setDaemon(true);
            return thread;
        });
        try {
            long start = System.nanoTime();
            Callable<Long> work = () -> encodeUntil(encoder, window, start + time.toNanos(), progress);
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            long windows = 0;
            for (Future<Long> each : running) {
                windows += result(each);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.throwIfCancelled();
            return new PackSpeed(
                    windows / seconds,
                    encoder.windows().longestSeconds(),
                    encoder.windows().most(),
                    threads,
                    0);
        } finally {
            pool.shutdownNow();
        }
    }

    /** How long this many prompts take, judged by a few. */
    static double promptSeconds(TextEncoder encoder, long prompts) throws EncoderFailure {
        if (prompts == 0) {
            return 0;
        }
        encoder.encode(PROMPT);
        long start = System.nanoTime();
        for (int i = 0; i < PROMPTS_TRIED; i++) {
            encoder.encode(PROMPT + " " + i);
        }
        return (System.nanoTime() - start) / 1e9 / PROMPTS_TRIED * prompts;
    }

    PackSpeed withLabels(double seconds) {
        return new PackSpeed(windowsPerSecond, windowSeconds, mostWindows, threads, seconds);
    }

    private static Waveform noise(AudioEncoder encoder) {
        Random random = new Random(SEED);
        float[] samples = new float
                [(int) Math.floor(
                        encoder.windows().longestSeconds() * encoder.rate().hertz())];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = NOISE_LEVEL * (float) random.nextGaussian();
        }
        return new Waveform(samples, encoder.rate());
    }

    private static long encodeUntil(AudioEncoder encoder, Waveform window, long end, Progress progress)
            throws EncoderFailure {
        long windows = 0;
        do {
            encoder.encode(window);
            windows++;
        } while (System.nanoTime() < end && !progress.isCancelled());
        return windows;
    }

    private static long result(Future<Long> work) throws EncoderFailure, CancelledWork {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledWork();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EncoderFailure failure) {
                throw failure;
            }
            throw new EncoderFailure("The model can't be run: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
