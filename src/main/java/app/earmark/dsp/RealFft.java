package app.earmark.dsp;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Discrete Fourier transform of real frames of one length, X[k] = Σ x[n] exp(−2πikn / length), unscaled (JTransforms).
 * Planned once; a call allocates nothing. Thread-safe: the plan is only read.
 *
 * <p>Double precision, because the quiet bins beside a loud tone count in a log-mel; a float transform of 2,048 samples
 * took as long.
 */
public final class RealFft {

    private final int length;
    private final DoubleFFT_1D plan;

    /**
     * @param length a power of two, at least 4
     * @throws IllegalArgumentException for any other length
     */
    public RealFft(int length) {
        if (length < 4 || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("a transform of " + length + " samples");
        }
        this.length = length;
        this.plan = new DoubleFFT_1D(length);
    }

    public int length() {
        return length;
    }

    /** Number of frequencies from 0 to half the sample rate, both included: length / 2 + 1. */
    public int bins() {
        return length / 2 + 1;
    }

    /**
     * Power spectrum |X[k]|².
     *
     * @param frame shape [length]; overwritten
     * @param power shape [length / 2 + 1], written
     */
    public void power(double[] frame, double[] power) {
        if (frame.length != length || power.length != bins()) {
            throw new IllegalArgumentException(
                    "arrays of " + frame.length + " and " + power.length + " for a transform of " + length);
        }
        plan.realForward(frame);
        power[0] = frame[0] * frame[0];
        power[length / 2] = frame[1] * frame[1];
        for (int k = 1; k < length / 2; k++) {
            double real = frame[2 * k];
            double imaginary = frame[2 * k + 1];
            power[k] = real * real + imaginary * imaginary;
        }
    }
}
