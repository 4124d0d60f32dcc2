package app.earmark.playback;

/**
 * A stretch of a clip.
 *
 * @param startSeconds from the clip's beginning
 * @param endSeconds greater than {@code startSeconds}
 */
public record Region(double startSeconds, double endSeconds) {

    public Region {
        if (!(endSeconds > startSeconds) || startSeconds < 0) {
            throw new IllegalArgumentException("a region from " + startSeconds + " s to " + endSeconds + " s");
        }
    }
}
