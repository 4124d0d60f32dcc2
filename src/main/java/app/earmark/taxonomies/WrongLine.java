package app.earmark.taxonomies;

/** A line of a file is wrong; the message says how, and what to do, without naming file or line. */
final class WrongLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;

    /** @param line counted from 1; 0 for the file as a whole */
    WrongLine(long line, String message) {
        super(message);
        this.line = line;
    }

    long line() {
        return line;
    }
}
