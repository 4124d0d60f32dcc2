package app.earmark.library;

/**
 * Outline of a clip's waveform, for drawing.
 *
 * @param minMax pairs of smallest and largest sample a bucket, scaled to −127…127; shape [2 × buckets]
 */
public record Peaks(byte[] minMax) {

    /** Buckets of the outline in a table row. */
    public static final int THUMBNAIL_BUCKETS = 96;
    /** Buckets of the outline in the player. */
    public static final int PLAYER_BUCKETS = 1024;

    public int buckets() {
        return minMax.length / 2;
    }
}
