package app.earmark.dsp;

import java.util.Arrays;

/**
 * Overlapping triangular filters over a power spectrum, equally spaced in mel. Kept sparse: a filter touches only the
 * bins under its triangle. Thread-safe.
 */
public final class MelFilterBank {

    private final int bins;
    private final int[] firstBin;
    private final double[][] weights;
    private final int lowestBin;

    private MelFilterBank(int bins, int[] firstBin, double[][] weights) {
        this.bins = bins;
        this.firstBin = firstBin;
        this.weights = weights;
        this.lowestBin = Arrays.stream(firstBin).min().orElse(0);
    }

    /**
     * Triangles whose sides are straight in mel (not in hertz), each divided by the sum of its weights, as Essentia's
     * MelBands makes them with {@code warpingFormula=htkMel, weighting=warping, normalize=unit_sum}.
     *
     * @param fftLength length of the transform; its bin k lies at k × rate / fftLength
     * @param bands number of filters
     * @param lowHertz left foot of the first triangle
     * @param highHertz right foot of the last triangle
     */
    public static MelFilterBank linearInMel(
            MelScale scale, SampleRate rate, int fftLength, int bands, double lowHertz, double highHertz) {
        int bins = fftLength / 2 + 1;
        double low = scale.toMel(lowHertz);
        double step = (scale.toMel(highHertz) - low) / (bands + 1);
        int[] firstBin = new int[bands];
        double[][] weights = new double[bands][];
        for (int band = 0; band < bands; band++) {
            double[] row = new double[bins];
            double sum = 0;
            for (int k = 0; k < bins; k++) {
                double mel = scale.toMel(k * (double) rate.hertz() / fftLength);
                double distance = Math.abs(mel - (low + (band + 1) * step)) / step;
                row[k] = Math.max(0, 1 - distance);
                sum += row[k];
            }
            if (sum == 0) {
                throw emptyBand(band, bands);
            }
            for (int k = 0; k < bins; k++) {
                row[k] /= sum;
            }
            place(row, band, firstBin, weights);
        }
        return new MelFilterBank(bins, firstBin, weights);
    }

    /**
     * Triangles whose sides are straight in hertz, their feet and peaks equally spaced in mel, as librosa, torchaudio and
     * transformers make them.
     *
     * @param fftLength length of the transform; its bin k lies at k × rate / fftLength
     * @param bands number of filters
     * @param lowHertz left foot of the first triangle
     * @param highHertz right foot of the last triangle
     */
    public static MelFilterBank linearInHertz(
            MelScale scale,
            MelNorm norm,
            SampleRate rate,
            int fftLength,
            int bands,
            double lowHertz,
            double highHertz) {
        int bins = fftLength / 2 + 1;
        double low = scale.toMel(lowHertz);
        double high = scale.toMel(highHertz);
        double[] edge = new double[bands + 2];
        for (int i = 0; i < edge.length; i++) {
            edge[i] = scale.toHertz(low + (high - low) * i / (bands + 1));
        }
        int[] firstBin = new int[bands];
        double[][] weights = new double[bands][];
        for (int band = 0; band < bands; band++) {
            double factor = norm == MelNorm.SLANEY ? 2 / (edge[band + 2] - edge[band]) : 1;
            double[] row = new double[bins];
            double sum = 0;
            for (int k = 0; k < bins; k++) {
                double hertz = k * (double) rate.hertz() / fftLength;
                double rising = (hertz - edge[band]) / (edge[band + 1] - edge[band]);
                double falling = (edge[band + 2] - hertz) / (edge[band + 2] - edge[band + 1]);
                row[k] = factor * Math.max(0, Math.min(rising, falling));
                sum += row[k];
            }
            if (sum == 0) {
                throw emptyBand(band, bands);
            }
            place(row, band, firstBin, weights);
        }
        return new MelFilterBank(bins, firstBin, weights);
    }

    private static IllegalArgumentException emptyBand(int band, int bands) {
        return new IllegalArgumentException("mel band " + band + " of " + bands + " covers no bin");
    }

    /** Keeps a row from its first weight to its last. */
    private static void place(double[] row, int band, int[] firstBin, double[][] weights) {
        int first = 0;
        while (row[first] == 0) {
            first++;
        }
        int end = row.length;
        while (row[end - 1] == 0) {
            end--;
        }
        firstBin[band] = first;
        weights[band] = Arrays.copyOfRange(row, first, end);
    }

    public int bands() {
        return weights.length;
    }

    public int bins() {
        return bins;
    }

    /** First bin with any weight in any band. */
    public int lowestBin() {
        return lowestBin;
    }

    /** Bin after the last with any weight in any band. */
    public int endBin() {
        int end = 0;
        for (int band = 0; band < weights.length; band++) {
            end = Math.max(end, firstBin[band] + weights[band].length);
        }
        return end;
    }

    /** Weight of a bin in a band. */
    public double weight(int band, int bin) {
        int at = bin - firstBin[band];
        return at < 0 || at >= weights[band].length ? 0 : weights[band][at];
    }

    /**
     * Of many frames side by side.
     *
     * @param power shape [{@link #endBin} − {@link #lowestBin}, frames], from the lowest bin on
     * @param band which filter
     * @param energies shape [frames], written
     */
    public void apply(double[][] power, int band, double[] energies) {
        double[] row = weights[band];
        int first = firstBin[band] - lowestBin;
        Arrays.fill(energies, 0);
        for (int i = 0; i < row.length; i++) {
            addWeighted(power[first + i], row[i], energies);
        }
    }

    private static void addWeighted(double[] power, double weight, double[] energies) {
        for (int frame = 0; frame < energies.length; frame++) {
            energies[frame] += weight * power[frame];
        }
    }

    /**
     * @param power shape [bins]
     * @param energies shape [bands], written
     */
    public void apply(double[] power, double[] energies) {
        if (power.length != bins || energies.length != weights.length) {
            throw new IllegalArgumentException("a bank of " + weights.length + " bands over " + bins
                    + " bins was given arrays of " + energies.length + " and " + power.length);
        }
        for (int band = 0; band < weights.length; band++) {
            double[] row = weights[band];
            int first = firstBin[band];
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * power[first + i];
            }
            energies[band] = sum;
        }
    }
}
