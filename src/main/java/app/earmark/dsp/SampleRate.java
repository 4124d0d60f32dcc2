package app.earmark.dsp;

/**
 * Samples per second of one channel.
 *
 * @param hertz at least 1
 */
public record SampleRate(int hertz) {

    public SampleRate {
        if (hertz < 1) {
            throw new IllegalArgumentException("a sample rate of " + hertz + " Hz");
        }
    }

    /** Duration of {@code frames} samples at this rate. */
    public double secondsOf(long frames) {
        return frames / (double) hertz;
    }

    /** Number of whole samples nearest to {@code seconds} at this rate. */
    public long framesIn(double seconds) {
        return Math.round(seconds * hertz);
    }

    @Override
    public String toString() {
        return hertz + " Hz";
    }
}
