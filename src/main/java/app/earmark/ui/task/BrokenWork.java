package app.earmark.ui.task;

/** Work ended by what no work can mend, such as too little memory or a library that can't be loaded. */
public final class BrokenWork extends RuntimeException {

    BrokenWork(Error cause) {
        super(sentence(cause), cause);
    }

    private static String sentence(Error cause) {
        return cause instanceof OutOfMemoryError
                ? "there was not enough memory; close other programs, or work on fewer sounds at once."
                : "something is missing or broken in the program (" + cause + "); the log has more.";
    }
}
