package app.earmark.ui.player;

/**
 * A stretch of a clip to play over and over.
 *
 * @param startSeconds from the clip's beginning
 * @param endSeconds greater than {@code startSeconds}
 */
public record LoopRegion(double startSeconds, double endSeconds) {

    public LoopRegion {
        if (!(endSeconds > startSeconds) || startSeconds < 0) {
            throw new IllegalArgumentException("a region from " + startSeconds + " s to " + endSeconds + " s");
        }
    }
}
