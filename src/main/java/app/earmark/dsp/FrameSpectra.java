package app.earmark.dsp;

/**
 * Power spectra of many real frames at a time, lying side by side: row n holds sample n of every frame, so that each
 * butterfly is a loop over plain arrays, which HotSpot turns into vector instructions. Of ten seconds in frames of 1,024 it
 * takes less than half of what a planned transform frame by frame does (docs/benchmarks.md).
 *
 * <p>A complex transform of half the length over even and odd samples as real and imaginary parts, by decimation in
 * frequency (W. M. Gentleman and G. Sande, "Fast Fourier Transforms: for fun and profit", 1966), its stages grouped so that
 * the rows in work stay in a core's first-level cache. Scratch memory for one thread; a call allocates nothing.
 */
public final class FrameSpectra {

    /** Frames at a time. */
    public static final int LANES = 32;

    /** Rows of a block whose stages run one after another; half as many kilobytes. */
    private static final int BLOCK = 64;

    private static final int RADIX = 8;

    private final int points;
    /** cos and sin of 2πk / (2 × points), k below 2 × points. */
    private final double[] cos;

    private final double[] sin;
    private final int[] rowOf;
    private final double[][] real;
    private final double[][] imaginary;

    /**
     * @param length samples in a frame, a power of two, at least 4
     */
    public FrameSpectra(int length) {
        if (length < 4 || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("frames of " + length + " samples");
        }
        points = length / 2;
        cos = new double[length];
        sin = new double[length];
        for (int k = 0; k < length; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / length);
            sin[k] = Math.sin(2 * Math.PI * k / length);
        }
        rowOf = new int[points];
        int bits = Integer.numberOfTrailingZeros(points);
        for (int k = 0; k < points; k++) {
            rowOf[k] = bits == 0 ? 0 : Integer.reverse(k) >>> (32 - bits);
        }
        real = new double[points][LANES];
        imaginary = new double[points][LANES];
    }

    /**
     * @param samples sound
     * @param starts where in it each frame begins
     * @param from first of the starts to take
     * @param frames how many, up to {@value #LANES}
     * @param window shape [length], multiplied with each frame
     * @param firstBin first frequency wanted
     * @param power shape [bins wanted, {@value #LANES}], written; |X[k]|², unscaled
     */
    public void power(
            float[] samples, int[] starts, int from, int frames, double[] window, int firstBin, double[][] power) {
        for (int n = 0; n < points; n++) {
            double[] even = real[n];
            double[] odd = imaginary[n];
            double evenWeight = window[2 * n];
            double oddWeight = window[2 * n + 1];
            for (int lane = 0; lane < frames; lane++) {
                int at = starts[from + lane] + 2 * n;
                even[lane] = samples[at] * evenWeight;
                odd[lane] = samples[at + 1] * oddWeight;
            }
        }
        transform(0, points);
        for (int i = 0; i < power.length; i++) {
            int k = firstBin + i;
            int row = rowOf[k % points];
            int mirrored = rowOf[(points - k % points) % points];
            split(real[row], imaginary[row], real[mirrored], imaginary[mirrored], cos[k], sin[k], power[i]);
        }
    }

    private void transform(int base, int size) {
        if (size <= BLOCK) {
            for (int half = size / 2; half >= 1; half /= 2) {
                for (int start = base; start < base + size; start += 2 * half) {
                    for (int j = 0; j < half; j++) {
                        butterfly(start + j, half, j);
                    }
                }
            }
            return;
        }
        int step = size / RADIX;
        for (int j = 0; j < step; j++) {
            for (int half = size / 2; half >= step; half /= 2) {
                for (int start = 0; start < size; start += 2 * half) {
                    for (int k = j; k < half; k += step) {
                        butterfly(base + start + k, half, k);
                    }
                }
            }
        }
        for (int part = 0; part < RADIX; part++) {
            transform(base + part * step, step);
        }
    }

    /** Of rows {@code half} apart, the {@code j}-th pair of its group. */
    private void butterfly(int row, int half, int j) {
        double[] ar = real[row];
        double[] ai = imaginary[row];
        double[] br = real[row + half];
        double[] bi = imaginary[row + half];
        if (j == 0) {
            addAndSubtract(ar, br);
            addAndSubtract(ai, bi);
        } else {
            int turn = j * (points / half);
            turn(ar, ai, br, bi, cos[turn], -sin[turn]);
        }
    }

    private static void addAndSubtract(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            double y = b[i];
            a[i] = x + y;
            b[i] = x - y;
        }
    }

    private static void turn(double[] ar, double[] ai, double[] br, double[] bi, double c, double s) {
        for (int i = 0; i < ar.length; i++) {
            double xr = ar[i];
            double xi = ai[i];
            double yr = br[i];
            double yi = bi[i];
            double dr = xr - yr;
            double di = xi - yi;
            ar[i] = xr + yr;
            ai[i] = xi + yi;
            br[i] = dr * c - di * s;
            bi[i] = dr * s + di * c;
        }
    }

    /** From the transform of even and odd samples to the frame's own at one frequency, and its power. */
    private static void split(double[] zr, double[] zi, double[] yr, double[] yi, double c, double s, double[] power) {
        for (int i = 0; i < power.length; i++) {
            double evenReal = zr[i] + yr[i];
            double evenImaginary = zi[i] - yi[i];
            double oddReal = zi[i] + yi[i];
            double oddImaginary = yr[i] - zr[i];
            double x = evenReal + c * oddReal + s * oddImaginary;
            double y = evenImaginary + c * oddImaginary - s * oddReal;
            power[i] = 0.25 * (x * x + y * y);
        }
    }
}
