package app.earmark.features;

/** How a sound longer than a window is read. */
public enum LongClips {
    /** By its windows alone. */
    WINDOWS,
    /** Besides its windows by one reading of the whole: the whole shrunk to a window's frames, and three crops. */
    FUSION
}
