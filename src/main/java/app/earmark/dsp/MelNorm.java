package app.earmark.dsp;

/** What mel triangles are scaled by. */
public enum MelNorm {
    /** Peaks of height 1. */
    NONE,
    /** Areas of 1 over hertz: each triangle times 2 / its width. */
    SLANEY
}
