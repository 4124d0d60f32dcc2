package app.earmark.embed;

/**
 * Which parts of a clip a pack listens to: consecutive windows, and of a longer clip an evenly spread choice that keeps
 * the first and the last.
 *
 * @param longestSeconds length of a window
 * @param most most windows of one clip
 * @param levelPeak each window is scaled to this peak before the front end; 0 leaves the level as it is
 * @param lastMayBeShorter the last window of a clip begins where the one before ends, and the front end fills it up;
 *     otherwise it ends with the clip and so overlaps the one before
 */
public record WindowPolicy(double longestSeconds, int most, float levelPeak, boolean lastMayBeShorter) {}
