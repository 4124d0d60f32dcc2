package app.earmark.features;

/** When a model that fuses channels is told that a clip is longer than a window. */
public enum IsLonger {
    /** When it is. */
    BY_LENGTH,
    /** Always, as the reference does for a batch of one short clip. */
    ALWAYS
}
