package app.earmark;

/** Picks the window or the command line. Deliberately no JavaFX Application, so that it starts from a plain class path. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("wired with the first command");
    }
}
