package app.earmark.features;

import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Log-mel of LAION's CLAP as {@code ClapFeatureExtractor} makes it, shape [1, channels, frames, mel bands].
 *
 * <p>A window is filled by repetition or silence, then reflected at both ends (the edge sample not repeated), so that frame
 * t is centred on sample t × hop. A model that fuses gets a window four times over, and a longer clip as the whole shrunk
 * beside three crops.
 */
final class ClapLogMel implements FrontEnd {

    private final ClapLogMelParameters parameters;
    private final ThirdsPick pick;
    private final MelFrames mel;
    private final int half;
    private final float[] padded;
    private final int[] starts;
    private final float[] rows;
    private final FloatBuffer output;

    ClapLogMel(ClapLogMelParameters parameters, ThirdsPick pick) {
        this.parameters = parameters;
        this.pick = pick;
        mel = new MelFrames(parameters);
        half = parameters.frameLength() / 2;
        // room for a clip that is longer than a window, but not by a whole frame
        padded = new float[parameters.clipSamples() + parameters.hopLength() + parameters.frameLength()];
        starts = IntStream.range(0, parameters.frames())
                .map(frame -> frame * parameters.hopLength())
                .toArray();
        rows = new float[parameters.frames() * parameters.melBands()];
        output = ByteBuffer.allocateDirect(parameters.channels() * rows.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public SampleRate rate() {
        return parameters.rate();
    }

    /** @throws IllegalArgumentException if the waveform is empty or longer than a window */
    @Override
    public LogMel apply(Waveform waveform, float gain) {
        requireRate(waveform);
        int samples = waveform.length();
        int length = parameters.clipSamples();
        if (samples == 0 || samples > length) {
            throw new IllegalArgumentException("a window of " + samples + " samples, of 1 to " + length);
        }
        for (int i = 0; i < samples; i++) {
            padded[half + i] = waveform.samples()[i] * gain;
        }
        requireFinite(half, half + samples, 0);
        int filled = parameters.shortClips().fill(padded, half, samples, length);
        Arrays.fill(padded, half + filled, half + length, 0);
        return ofOneReading(length);
    }

    @Override
    public List<SampleRange> partsOfWhole(long samples) {
        if (parameters.longClips() != LongClips.FUSION || samples <= parameters.clipSamples()) {
            return List.of();
        }
        return isOneReading(samples)
                ? List.of(new SampleRange(0, samples))
                : new WholeClip(parameters, samples, pick).parts();
    }

    @Override
    public LogMel applyToWhole(long samples, List<Waveform> parts) {
        parts.forEach(this::requireRate);
        if (isOneReading(samples)) {
            place(parts.get(0).samples(), 0, samples, 0, (int) samples, 0);
            return ofOneReading((int) samples);
        }
        WholeClip clip = new WholeClip(parameters, samples, pick);
        float[] clipRows = analyse(clip, parts, samples);
        int bands = parameters.melBands();
        output.clear();
        shrink(clip, clipRows);
        for (long crop : clip.shown().crops()) {
            output.put(clipRows, clip.slot(crop) * bands, rows.length);
        }
        return new LogMel(output.flip(), true, parameters.shape());
    }

    /** Longer than a window, but not by a frame: the reference takes such a clip as it takes a window. */
    private boolean isOneReading(long samples) {
        return parameters.framesOf(samples) == parameters.frames();
    }

    /** Rows of the frames that the clip is read by, in their order; short runs of frames are worked on together. */
    private float[] analyse(WholeClip clip, List<Waveform> parts, long samples) {
        float[] clipRows = new float[clip.frameCount() * parameters.melBands()];
        List<SampleRange> ranges = clip.parts();
        int hop = parameters.hopLength();
        int[] placed = new int[parameters.frames()];
        int waiting = 0;
        int room = 0;
        int part = 0;
        for (int slot = 0, end; slot < clip.frameCount(); slot = end) {
            end = clip.endOfRun(slot, parameters.frames());
            int length = (end - slot - 1) * hop + 2 * half;
            if (waiting + end - slot > placed.length || room + length > padded.length) {
                mel.compute(padded, placed, waiting, clipRows, slot - waiting);
                waiting = 0;
                room = 0;
            }
            long centre = clip.frame(slot) * hop;
            while (ranges.get(part).end() <= centre - 1) {
                part++;
            }
            place(parts.get(part).samples(), ranges.get(part).start(), samples, centre, length - 2 * half, room);
            for (int i = slot; i < end; i++) {
                placed[waiting++] = room + (i - slot) * hop;
            }
            room += length;
        }
        mel.compute(padded, placed, waiting, clipRows, clip.frameCount() - waiting);
        return clipRows;
    }

    /** Channel 0. */
    private void shrink(WholeClip clip, float[] clipRows) {
        int bands = parameters.melBands();
        FusedFrames shown = clip.shown();
        for (int i = 0; i < parameters.frames(); i++) {
            int low = clip.slot(shown.low()[i]) * bands;
            int high = clip.slot(shown.high()[i]) * bands;
            double share = shown.share()[i];
            double rest = 1 - shown.share()[i];
            for (int band = 0; band < bands; band++) {
                rows[i * bands + band] = (float) (rest * clipRows[low + band] + share * clipRows[high + band]);
            }
        }
        output.put(rows);
    }

    /**
     * Copies samples {@code from} to {@code from + count} of the clip and half a frame to each side of them.
     *
     * @param part samples of the clip from {@code partStart} on
     * @param room where in {@code padded} they go
     */
    private void place(float[] part, long partStart, long samples, long from, int count, int room) {
        for (int i = 0; i < count + 2 * half; i++) {
            long at = Math.abs(from - half + i);
            at = at < samples ? at : 2 * (samples - 1) - at;
            padded[room + i] = part[(int) (at - partStart)];
        }
        requireFinite(room + half, room + half + count, from);
    }

    /** @param length samples in {@code padded} behind the first half frame */
    private LogMel ofOneReading(int length) {
        for (int k = 1; k <= half; k++) {
            padded[half - k] = padded[half + k];
            padded[half + length - 1 + k] = padded[half + length - 1 - k];
        }
        mel.compute(padded, starts, parameters.frames(), rows, 0);
        output.clear();
        for (int channel = 0; channel < parameters.channels(); channel++) {
            output.put(rows);
        }
        return new LogMel(output.flip(), parameters.isLonger() == IsLonger.ALWAYS, parameters.shape());
    }

    private void requireFinite(int from, int to, long numberOfFirst) {
        for (int i = from; i < to; i++) {
            if (!Float.isFinite(padded[i])) {
                throw new NonFiniteSamples(numberOfFirst + i - from);
            }
        }
    }

    private void requireRate(Waveform waveform) {
        if (!waveform.rate().equals(parameters.rate())) {
            throw new WrongSampleRate(parameters.rate(), waveform.rate());
        }
    }
}
