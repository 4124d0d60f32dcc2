package app.earmark.assembly;

/** What somebody wants of a catalogue. */
public enum Access {
    /** Only to read, beside whoever changes it. */
    READ,
    /** To change what is there, which one process at a time may. */
    CHANGE,
    /** To add sounds: to change it, and to make it if there is none. */
    CREATE
}
