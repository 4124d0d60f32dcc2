package app.earmark.ui.inspector;

import app.earmark.library.Clip;

/**
 * A clip that sounds like the one inspected.
 *
 * @param similarity cosine of their vectors
 */
public record SimilarClip(Clip clip, double similarity) {}
