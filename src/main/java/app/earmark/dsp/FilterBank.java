package app.earmark.dsp;

/**
 * Polyphase low-pass filters for a change of rate by L/M: a sinc under a Kaiser window (J. F. Kaiser, "Nonrecursive
 * digital filter design using the I0-sinh window function", 1974), one set of taps for each of the L positions an output
 * sample can have between two input samples.
 *
 * <p>88 zero crossings to a side and β = 12.3 give 120 dB and a transition from 0.91 to 1.00 of the lower Nyquist
 * frequency, so that everything that would alias or image lies in the stop band. Below a rate of 32 kHz that transition is
 * where models still listen, and dB of it count; there 128 crossings and β = 16 follow the curve of soxr's VHQ filter
 * (150 dB, −3 dB at 0.95) within 0.2 dB down to −50 dB. Each phase sums to 1.
 *
 * <p>Whoever listens only up to a frequency f well below that needs no such steep edge: the filter may fall from f to
 * the lower rate minus f, as what lies between folds to nowhere below f. From 44.1 to 48 kHz and f = 14.5 kHz that takes
 * 24 taps instead of 176.
 */
final class FilterBank {

    /** The lower rate in hertz from which on the transition lies above what models listen to. */
    private static final int FULL_BAND = 32_000;
    /** Share of the lower Nyquist frequency up to which somebody's highest frequency allows a wider edge. */
    private static final double WIDEST_PARTLY = 0.8;
    /** Phases kept; rates with a larger fraction are taken as the nearest L/M, off by less than 10⁻⁶. */
    private static final int MOST_PHASES = 2048;
    /** Taps are padded with zeros to a multiple of this. */
    static final int TAP_STEP = 8;

    final int up;
    final int down;
    /** Input samples that lie before the one at or left of the output's position, in the window of the taps. */
    final int before;
    /** Shape [up, taps]; the taps of phase p serve outputs at p/up after an input sample. */
    final float[][] taps;

    /** @param highestHertz what lies above is not listened to; infinite where all is */
    FilterBank(SampleRate from, SampleRate to, double highestHertz) {
        int[] fraction = fraction(to.hertz(), from.hertz());
        up = fraction[0];
        down = fraction[1];
        int lower = Math.min(from.hertz(), to.hertz());
        double stretch = Math.max(1, down / (double) up);
        boolean partly = highestHertz < WIDEST_PARTLY * lower / 2;
        boolean steep = lower < FULL_BAND && !partly;
        double beta = steep ? 16 : 12.3;
        double half = partly ? halfLength((lower - 2 * highestHertz) / from.hertz()) : (steep ? 128 : 88) * stretch;
        double cutoff = (partly ? 1 : steep ? 0.956 : 0.955) / stretch;
        before = (int) Math.ceil(half) - 1;
        int used = 2 * (before + 1);
        taps = new float[up][(used + TAP_STEP - 1) / TAP_STEP * TAP_STEP];
        double[] exact = new double[used];
        double scale = 1 / besselI0(beta);
        for (int phase = 0; phase < up; phase++) {
            double sum = 0;
            for (int j = 0; j < used; j++) {
                double distance = j - before - phase / (double) up;
                double edge = distance / half;
                double window = Math.abs(edge) >= 1 ? 0 : besselI0(beta * Math.sqrt(1 - edge * edge)) * scale;
                double x = Math.PI * cutoff * distance;
                exact[j] = window * (x == 0 ? 1 : Math.sin(x) / x);
                sum += exact[j];
            }
            for (int j = 0; j < used; j++) {
                taps[phase][j] = (float) (exact[j] / sum);
            }
        }
    }

    int length() {
        return taps[0].length;
    }

    /**
     * Kaiser's estimate of a filter's length for 120 dB, rounded up to whole groups of taps.
     *
     * @param transition width of its edge over the rate of its input
     */
    private static int halfLength(double transition) {
        double length = (120 - 7.95) / (14.36 * transition);
        return (int) Math.ceil(length / TAP_STEP) * TAP_STEP / 2;
    }

    /** Modified Bessel function of the first kind, order 0, by its power series. */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        double quarter = x * x / 4;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }

    /** The fraction a/b in lowest terms, or the last convergent of its continued fraction with few enough phases. */
    private static int[] fraction(int a, int b) {
        long numerator = a;
        long denominator = b;
        long[] last = {0, 1};
        long[] now = {1, 0};
        while (denominator != 0) {
            long whole = numerator / denominator;
            long[] next = {whole * now[0] + last[0], whole * now[1] + last[1]};
            if (next[0] > MOST_PHASES && now[0] > 0 && now[1] > 0) {
                break;
            }
            last = now;
            now = next;
            long rest = numerator - whole * denominator;
            numerator = denominator;
            denominator = rest;
        }
        return new int[] {(int) now[0], (int) now[1]};
    }
}
