package app.earmark.library;

/**
 * The vector of one window of a clip, so that search can point at the moment.
 *
 * @param startSeconds where the window begins in the clip
 * @param durationSeconds how much of the clip it covers; the last window of a clip may be shorter than the others
 * @param joint unit-length vector, shape [joint dimension]
 */
public record WindowVector(double startSeconds, double durationSeconds, float[] joint) {}
