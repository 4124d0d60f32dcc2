package app.earmark.metadata;

/**
 * A point or stretch that somebody marked in a sound.
 *
 * @param startFrames position in sample frames from the beginning
 * @param lengthFrames 0 for a point
 * @param label empty if it has none
 */
public record Marker(Kind kind, long startFrames, long lengthFrames, String label) {

    /** What a marker is for. */
    public enum Kind {
        /** A cue point, or with a length a region, of the chunk {@code cue } or {@code MARK}. */
        CUE,
        /** A loop of the chunk {@code smpl} or {@code INST}. */
        LOOP
    }
}
