package app.earmark.dsp;

/**
 * Samples of a recording that lie side by side.
 *
 * @param start first sample, at least 0
 * @param end sample after the last, not before {@code start}
 */
public record SampleRange(long start, long end) {

    public SampleRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("samples " + start + " to " + end);
        }
    }

    public long length() {
        return end - start;
    }
}
