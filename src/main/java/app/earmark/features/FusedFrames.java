package app.earmark.features;

/**
 * Which frames of a long clip the four channels of a fused reading show: the whole clip shrunk, and a crop out of each
 * third.
 *
 * <p>Shrinking is torch's bilinear interpolation along time with half-pixel centres and no antialiasing. Its positions are
 * computed in float32 there, without fused multiply-add, and so they are here: double precision would land up to 1 dB
 * away in a clip of half an hour.
 *
 * @param low for each shrunk frame, the frame at or before its position
 * @param high the frame after that, or the last
 * @param share how much of {@code high} is in it, 0 to 1
 * @param crops first frames of the front, middle and back crop
 */
record FusedFrames(long[] low, long[] high, float[] share, long[] crops) {

    /**
     * @param total frames of the whole clip, more than {@code frames}
     * @param frames frames of a window
     */
    static FusedFrames of(long total, int frames, ThirdsPick pick) {
        long[] low = new long[frames];
        long[] high = new long[frames];
        float[] share = new float[frames];
        float scale = (float) total / frames;
        for (int i = 0; i < frames; i++) {
            float scaled = scale * (i + 0.5f);
            float position = Math.max(scaled - 0.5f, 0);
            low[i] = Math.min((long) position, total - 1);
            high[i] = Math.min(low[i] + 1, total - 1);
            share[i] = position - low[i];
        }
        return new FusedFrames(low, high, share, crops(total - frames + 1, pick));
    }

    /** One of each third of the candidates 0 to count − 1, thirds as {@code numpy.array_split} makes them. */
    private static long[] crops(long count, ThirdsPick pick) {
        long[] crops = new long[3];
        long first = 0;
        for (int third = 0; third < 3; third++) {
            long size = count / 3 + (third < count % 3 ? 1 : 0);
            crops[third] = size == 0 ? 0 : pick.of(first, size);
            first += size;
        }
        return crops;
    }
}
