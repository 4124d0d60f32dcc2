package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.WaveformOutline;
import app.earmark.library.AudioFacts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** One reading of a clip from its first frame to its last. */
final class ClipPass {

    private static final int BLOCK_VALUES = 1 << 15;

    private final AudioFacts facts;
    private final MonoMix mix;
    private final WindowKeeper windows;
    private final PartsKeeper parts;
    private final WaveformOutline outline = new WaveformOutline();
    private float low = Float.POSITIVE_INFINITY;
    private float high = Float.NEGATIVE_INFINITY;

    ClipPass(AudioFacts facts, MonoMix mix, WindowKeeper windows, PartsKeeper parts) {
        this.facts = facts;
        this.mix = mix;
        this.windows = windows;
        this.parts = parts;
    }

    void readAll(AudioStream stream, BooleanSupplier cancelled) throws UndecodableFile {
        int channels = stream.channels();
        int blockFrames = Math.max(64, BLOCK_VALUES / channels);
        float[] block = new float[blockFrames * channels];
        float[] mono = new float[blockFrames];
        for (int n = stream.read(block, blockFrames); n >= 0; n = stream.read(block, blockFrames)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            outline.add(block, n, channels);
            mix.mix(block, n, channels, mono);
            measure(mono, n);
            windows.add(mono, n);
            parts.add(mono, n);
        }
    }

    private void measure(float[] mono, int count) {
        float smallest = low;
        float largest = high;
        for (int i = 0; i < count; i++) {
            float value = mono[i];
            smallest = value < smallest ? value : smallest;
            largest = value > largest ? value : largest;
        }
        low = smallest;
        high = largest;
    }

    /** Half of what mono moves between its extremes: its amplitude, whatever constant lies under it. */
    float swing() {
        return (high - low) / 2;
    }

    float swingOfAnyChannel() {
        return (outline.largest() - outline.smallest()) / 2;
    }

    long frames() {
        return windows.frames();
    }

    MonoMix mix() {
        return mix;
    }

    AudioFacts facts() {
        return facts;
    }

    AudioFacts exactFacts() {
        double seconds = new SampleRate(facts.sampleRateHz()).secondsOf(frames());
        return new AudioFacts(
                facts.format(), facts.codec(), seconds, facts.sampleRateHz(), facts.channels(), facts.bitDepth());
    }

    Optional<List<ClipWindow>> windows() {
        return windows.windows(new SampleRate(facts.sampleRateHz()));
    }

    Optional<List<ClipPart>> parts() {
        return parts.parts();
    }

    WaveformOutline outline() {
        return outline;
    }
}
