package app.earmark.dsp;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Band-limited change of sample rate, without delay: sample 0 of the result is at the time of sample 0 of the source,
 * and sound outside the source counts as silence. Pass band flat within 0.001 dB to 0.91 of the lower Nyquist frequency,
 * images and aliases below −115 dB; see {@link FilterBank}. Made for a listener who hears up to some frequency only, it
 * keeps that promise up to there, and what lies above may come out weaker or folded.
 *
 * <p>Keeps the filters of the rate pairs it met last. Thread-safe.
 */
public final class Resampler {

    /** Floats of source rows worked on at once; they should stay in a core's second-level cache. */
    private static final int ROW_FLOATS = 1 << 18;

    private static final int SUMS_A_ROW = 128;
    private static final int FEWEST_GROUPS = 64;

    /** Taps kept at most, 32 MB of them; only rates with large fractions have more than some thousand. */
    private static final long MOST_TAPS = 8_000_000;

    private record Rates(SampleRate from, SampleRate to) {}

    private final double highestHertz;

    /** Those used last at the end. */
    private final Map<Rates, FilterBank> banks = new LinkedHashMap<>(16, 0.75f, true);

    /** For a listener who hears everything. */
    public Resampler() {
        this(Double.POSITIVE_INFINITY);
    }

    /** @param highestHertz the highest frequency that is listened to */
    public Resampler(double highestHertz) {
        this.highestHertz = highestHertz;
    }

    synchronized FilterBank bank(SampleRate from, SampleRate to) {
        FilterBank bank = banks.computeIfAbsent(new Rates(from, to), rates -> new FilterBank(from, to, highestHertz));
        Iterator<FilterBank> eldest = banks.values().iterator();
        while (keptTaps() > MOST_TAPS && banks.size() > 1) {
            eldest.next();
            eldest.remove();
        }
        return bank;
    }

    synchronized long keptTaps() {
        return banks.values().stream()
                .mapToLong(bank -> (long) bank.up * bank.length())
                .sum();
    }

    /** Frames that {@code frames} frames become: {@code ceil(frames × to / from)}. */
    public static long lengthOf(long frames, SampleRate from, SampleRate to) {
        return (frames * to.hertz() + from.hertz() - 1) / from.hertz();
    }

    /** For sound that comes block by block. */
    public StreamResampler stream(SampleRate from, SampleRate to, int channels) {
        return new StreamResampler(bank(from, to), channels);
    }

    /** @return the same waveform at {@code target}; {@code source} itself where it has that rate already */
    public Waveform resample(Waveform source, SampleRate target) {
        return resample(source, 0, source.length(), target);
    }

    /**
     * Resamples a part of a longer sound as if the whole had been: sample 0 of the result is at the time of
     * {@code source[lead]}, and the frames around the part (see {@link #reach}) are heard as far as the filter reaches.
     *
     * @param source the part with its surroundings
     * @param lead frames before the part
     * @param frames length of the part
     */
    public Waveform resample(Waveform source, int lead, int frames, SampleRate target) {
        if (source.rate().equals(target)) {
            boolean all = lead == 0 && frames == source.length();
            return all ? source : new Waveform(Arrays.copyOfRange(source.samples(), lead, lead + frames), target);
        }
        float[] out = new float[Math.toIntExact(lengthOf(frames, source.rate(), target))];
        if (out.length > 0) {
            filter(source.samples(), lead, out, bank(source.rate(), target));
        }
        return new Waveform(out, target);
    }

    /** Frames on each side of a part of a sound that its resampling hears. */
    public int reach(SampleRate from, SampleRate to) {
        return from.equals(to) ? 0 : bank(from, to).length();
    }

    /**
     * The frames of a sound that {@link #part} needs.
     *
     * @param wanted samples of the resampled sound
     * @param frames length of the sound
     */
    public SampleRange sourceOf(SampleRange wanted, long frames, SampleRate from, SampleRate to) {
        if (from.equals(to)) {
            return wanted;
        }
        FilterBank bank = bank(from, to);
        long start = wanted.start() / bank.up * bank.down - bank.before;
        long end = (wanted.end() + bank.up) / bank.up * bank.down + bank.length();
        return new SampleRange(Math.max(0, start), Math.min(frames, end));
    }

    /**
     * Some samples of a resampled sound, without resampling the rest.
     *
     * @param source the frames that {@link #sourceOf} names
     * @param sourceStart number of the first of them in the sound
     * @return shape [{@code wanted.length()}]
     */
    public Waveform part(SampleRange wanted, Waveform source, long sourceStart, SampleRate to) {
        if (source.rate().equals(to)) {
            return source;
        }
        FilterBank bank = bank(source.rate(), to);
        long group = wanted.start() / bank.up;
        float[] out = new float[Math.toIntExact(wanted.end() - group * bank.up)];
        filter(source.samples(), Math.toIntExact(group * bank.down - sourceStart), out, bank);
        int unwanted = (int) (wanted.start() - group * bank.up);
        return new Waveform(Arrays.copyOfRange(out, unwanted, out.length), to);
    }

    /**
     * Outputs of one phase lie {@code up} apart and read inputs {@code down} apart. So the source is dealt out into
     * {@code down} streams, and a phase's outputs are a weighted sum of stream rows: a loop over plain arrays without
     * offsets, the one form of this sum that HotSpot turns into vector instructions (five times a dot product's speed).
     * Where there are few phases, several periods of them are taken together, so that a row copied serves many sums.
     */
    private static void filter(float[] in, int lead, float[] out, FilterBank bank) {
        int periods = Math.max(1, Math.min(SUMS_A_ROW, out.length / FEWEST_GROUPS) / bank.up);
        int up = bank.up * periods;
        int down = bank.down * periods;
        int length = bank.length();
        int groups = (out.length + up - 1) / up;
        int rows = (int) ((long) (up - 1) * down / up) + length;
        int chunk = Math.max(64, Math.min(groups, ROW_FLOATS / rows));
        float[][] row = new float[rows][chunk];
        float[] sum = new float[chunk];
        float[][] streams = deal(in, down, bank.before - lead, rows, groups + chunk);
        for (int start = 0; start < groups; start += chunk) {
            int count = Math.min(chunk, groups - start);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(streams[r % down], start + r / down, row[r], 0, count);
            }
            for (int k = 0; k < up; k++) {
                long position = (long) k * bank.down;
                int first = (int) (position / bank.up);
                float[] taps = bank.taps[(int) (position % bank.up)];
                Arrays.fill(sum, 0, count, 0);
                for (int j = 0; j < length; j += FilterBank.TAP_STEP) {
                    add(sum, count, row, first + j, taps, j);
                }
                for (int i = 0, o = start * up + k; i < count && o < out.length; i++, o += up) {
                    out[o] = sum[i];
                }
            }
        }
    }

    /** {@code streams[m][i] = in[i × down + m − before]}, zero outside the source. */
    private static float[][] deal(float[] in, int down, int before, int rows, int groups) {
        float[][] streams = new float[down][groups + rows / down + 1];
        for (int m = 0; m < down; m++) {
            float[] stream = streams[m];
            int firstGroup = Math.max(0, (before - m + down - 1) / down);
            long at = (long) firstGroup * down + m - before;
            for (int i = firstGroup; i < stream.length && at < in.length; i++, at += down) {
                stream[i] = in[(int) at];
            }
        }
        return streams;
    }

    private static void add(float[] sum, int count, float[][] row, int r, float[] taps, int j) {
        float[] a = row[r];
        float[] b = row[r + 1];
        float[] c = row[r + 2];
        float[] d = row[r + 3];
        float[] e = row[r + 4];
        float[] f = row[r + 5];
        float[] g = row[r + 6];
        float[] h = row[r + 7];
        float wa = taps[j];
        float wb = taps[j + 1];
        float wc = taps[j + 2];
        float wd = taps[j + 3];
        float we = taps[j + 4];
        float wf = taps[j + 5];
        float wg = taps[j + 6];
        float wh = taps[j + 7];
        for (int i = 0; i < count; i++) {
            sum[i] += (wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i]) + (we * e[i] + wf * f[i] + wg * g[i] + wh * h[i]);
        }
    }
}
