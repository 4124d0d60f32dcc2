package app.earmark.decode;

import app.earmark.dsp.WaveformOutline;
import app.earmark.library.AudioFacts;
import app.earmark.library.Peaks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Reads a clip once, for everything that listening needs. Memory is that of the chosen windows, however long the clip.
 * Thread-safe.
 *
 * <p>Mono is the mean of the channels. Only where the channels cancel each other out although there is sound (one of a
 * pair with its polarity turned), the first channel with sound stands for the clip.
 */
public final class ClipReader {

    /** −90 dBFS. */
    private static final float SILENCE = 3.1623e-5f;
    /** Share of values that are no sound from which on a file is refused instead of repaired. */
    private static final double MOST_UNUSABLE = 0.1;

    private final AudioDecoder decoder;

    public ClipReader(AudioDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * @param windowSeconds longest window, as the model wants it
     * @param most most windows
     * @param cancelled asked again and again while reading
     * @throws UndecodableFile with any of its codes; {@code NOT_FINITE} when more than a tenth of the samples is no sound
     *     (fewer are taken as 0)
     * @throws CancellationException when cancelled
     */
    public HeardClip read(Path file, double windowSeconds, int most, BooleanSupplier cancelled) throws UndecodableFile {
        ClipPass pass = pass(file, windowSeconds, most, MonoMix.MEAN, -1, cancelled);
        boolean silent = pass.swing() < SILENCE;
        if (silent && pass.swingOfAnyChannel() >= SILENCE) {
            for (int channel = 0; silent && channel < pass.facts().channels(); channel++) {
                pass = pass(file, windowSeconds, most, MonoMix.only(channel), pass.frames(), cancelled);
                silent = pass.swing() < SILENCE;
            }
        }
        Optional<List<ClipWindow>> windows = pass.windows();
        if (windows.isEmpty()) {
            pass = pass(file, windowSeconds, most, pass.mix(), pass.frames(), cancelled);
            windows = pass.windows();
        }
        WaveformOutline outline = pass.outline();
        return new HeardClip(
                pass.exactFacts(),
                windows.orElseThrow(() -> FailureSentences.readError(file, null)),
                new Peaks(outline.minMax(Peaks.THUMBNAIL_BUCKETS)),
                new Peaks(outline.minMax(Peaks.PLAYER_BUCKETS)),
                Math.max(-outline.smallest(), outline.largest()),
                silent,
                ContentHash.of(file, cancelled));
    }

    private ClipPass pass(
            Path file, double windowSeconds, int most, MonoMix mix, long knownFrames, BooleanSupplier cancelled)
            throws UndecodableFile {
        try (AudioStream stream = decoder.open(file)) {
            AudioFacts facts = stream.facts();
            long frames = knownFrames > 0 ? knownFrames : stream.rate().framesIn(facts.durationSeconds());
            int windowFrames = (int) Math.max(1, stream.rate().framesIn(windowSeconds));
            ClipPass pass = new ClipPass(facts, mix, new WindowCollector(Math.max(1, frames), windowFrames, most));
            pass.readAll(stream, cancelled);
            if (stream.unusableSamples() > MOST_UNUSABLE * pass.frames() * stream.channels()) {
                throw FailureSentences.notFinite(file);
            }
            return pass;
        }
    }
}
