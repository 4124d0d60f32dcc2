package app.earmark.dsp;

/** The Hann window, w[n] = 0.5 − 0.5 cos(2πn / p), in its two usual forms. */
public final class HannWindow {

    private HannWindow() {}

    /**
     * Both ends are zero: p = length − 1, as {@code scipy.signal.windows.hann(length, sym=True)} and Essentia make it.
     *
     * @return shape [length], not normalised
     */
    public static float[] symmetric(int length) {
        double[] exact = ofPeriod(length, length - 1);
        float[] window = new float[length];
        for (int n = 0; n < length; n++) {
            window[n] = (float) exact[n];
        }
        return window;
    }

    /**
     * One period of the cosine: p = length, as {@code scipy.signal.windows.hann(length, sym=False)}, torch and librosa
     * make it. In double precision: rounded to float, the window itself would put the quiet bins beside a pure tone
     * 0.01 dB off.
     *
     * @return shape [length], not normalised
     */
    public static double[] periodic(int length) {
        return ofPeriod(length, length);
    }

    private static double[] ofPeriod(int length, int period) {
        if (length < 2) {
            throw new IllegalArgumentException("a window of " + length + " samples");
        }
        double[] window = new double[length];
        for (int n = 0; n < length; n++) {
            window[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / period);
        }
        return window;
    }
}
