package app.earmark.assembly;

/** What somebody wants of a catalogue. */
public enum Access {
    /** Only to read, beside whoever changes it. */
    READ,
    /** To change it, which one process at a time may. */
    CHANGE
}
