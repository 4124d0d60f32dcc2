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

    /** {@link #read(Path, ListeningPlan, BooleanSupplier)} for windows alone, the last of which ends with the clip. */
    public HeardClip read(Path file, double windowSeconds, int most, BooleanSupplier cancelled) throws UndecodableFile {
        return read(file, ListeningPlan.windows(windowSeconds, most), cancelled);
    }

    /**
     * @param cancelled asked again and again while reading
     * @throws UndecodableFile with any of its codes; {@code NOT_FINITE} when more than a tenth of the samples is no sound
     *     (fewer are taken as 0)
     * @throws CancellationException when cancelled
     */
    public HeardClip read(Path file, ListeningPlan plan, BooleanSupplier cancelled) throws UndecodableFile {
        ClipPass pass = pass(file, plan, MonoMix.MEAN, -1, cancelled);
        boolean silent = pass.swing() < SILENCE;
        if (silent && pass.swingOfAnyChannel() >= SILENCE) {
            for (int channel = 0; silent && channel < pass.facts().channels(); channel++) {
                pass = pass(file, plan, MonoMix.only(channel), pass.frames(), cancelled);
                silent = pass.swing() < SILENCE;
            }
        }
        Optional<List<ClipWindow>> windows = pass.windows();
        Optional<List<ClipPart>> parts = pass.parts();
        if (windows.isEmpty() || parts.isEmpty()) {
            pass = pass(file, plan, pass.mix(), pass.frames(), cancelled);
            windows = pass.windows();
            parts = pass.parts();
        }
        WaveformOutline outline = pass.outline();
        return new HeardClip(
                pass.exactFacts(),
                windows.orElseThrow(() -> FailureSentences.readError(file, null)),
                parts.orElseThrow(() -> FailureSentences.readError(file, null)),
                new Peaks(outline.minMax(Peaks.THUMBNAIL_BUCKETS)),
                new Peaks(outline.minMax(Peaks.PLAYER_BUCKETS)),
                Math.max(-outline.smallest(), outline.largest()),
                silent,
                ContentHash.of(file, cancelled));
    }

    private ClipPass pass(Path file, ListeningPlan plan, MonoMix mix, long knownFrames, BooleanSupplier cancelled)
            throws UndecodableFile {
        try (AudioStream stream = decoder.open(file)) {
            AudioFacts facts = stream.facts();
            long known = knownFrames > 0 ? knownFrames : stream.rate().framesIn(facts.durationSeconds());
            long frames = Math.max(1, known);
            int windowFrames = (int) Math.max(1, stream.rate().framesIn(plan.windowSeconds()));
            WindowKeeper windows = plan.lastMayBeShorter()
                    ? new ConsecutiveWindows(
                            frames,
                            windowFrames,
                            plan.most(),
                            plan.surroundings().frames(stream.rate()))
                    : new WindowCollector(frames, windowFrames, plan.most());
            ClipPass pass = new ClipPass(facts, mix, windows, new PartsKeeper(plan.parts(), frames, stream.rate()));
            pass.readAll(stream, cancelled);
            if (stream.unusableSamples() > MOST_UNUSABLE * pass.frames() * stream.channels()) {
                throw FailureSentences.notFinite(file);
            }
            return pass;
        }
    }
}
