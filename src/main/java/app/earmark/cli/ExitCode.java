package app.earmark.cli;

/** How a command ended, for whoever called it. */
final class ExitCode {

    /** Also when single files failed. */
    static final int DONE = 0;

    static final int COULD_NOT = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int NEEDS_CONFIRMATION = 4;
    static final int CANCELLED = 130;

    private ExitCode() {}
}
