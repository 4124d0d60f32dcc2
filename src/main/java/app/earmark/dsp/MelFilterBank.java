package app.earmark.dsp;

/**
 * Overlapping triangular filters over a power spectrum, equally spaced in mel. Kept sparse: a filter touches only the
 * bins under its triangle. Thread-safe.
 */
public final class MelFilterBank {

    private final int bins;
    private final int[] firstBin;
    private final double[][] weights;

    private MelFilterBank(int bins, int[] firstBin, double[][] weights) {
        this.bins = bins;
        this.firstBin = firstBin;
        this.weights = weights;
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
                throw new IllegalArgumentException("mel band " + band + " of " + bands + " covers no bin");
            }
            int first = 0;
            while (row[first] == 0) {
                first++;
            }
            int end = bins;
            while (row[end - 1] == 0) {
                end--;
            }
            firstBin[band] = first;
            weights[band] = new double[end - first];
            for (int k = first; k < end; k++) {
                weights[band][k - first] = row[k] / sum;
            }
        }
        return new MelFilterBank(bins, firstBin, weights);
    }

    public int bands() {
        return weights.length;
    }

    public int bins() {
        return bins;
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
