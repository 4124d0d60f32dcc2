package app.earmark.cli;

/** A command can't do what was asked; the message is a sentence for the person. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    static CommandFailure notFound(String message) {
        return new CommandFailure(ExitCode.NOT_FOUND, message);
    }

    static CommandFailure couldNot(String message) {
        return new CommandFailure(ExitCode.COULD_NOT, message);
    }
}
