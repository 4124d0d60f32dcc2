package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One run of the command line: where it prints, what it may be interrupted by, and the options that every command takes.
 */
final class Session {

    private final Console console;
    private final Interruption interruption;
    private final EarmarkHome home;
    private final Parts parts;
    private final EarmarkCommand options;
    private StreamedObject begun;

    Session(Console console, Interruption interruption, EarmarkHome home, Parts parts, EarmarkCommand options) {
        this.console = console;
        this.interruption = interruption;
        this.home = home;
        this.parts = parts;
        this.options = options;
    }

    Console console() {
        return console;
    }

    Interruption interruption() {
        return interruption;
    }

    EarmarkHome home() {
        return home;
    }

    Parts parts() {
        return parts;
    }

    boolean json() {
        return options.json;
    }

    Path catalogue() {
        return options.catalogue == null
                ? home.catalogue()
                : options.catalogue.toAbsolutePath().normalize();
    }

    /** Whether there is no catalogue yet, and none was asked for by name. */
    boolean beforeFirstScan() {
        return options.catalogue == null && Files.notExists(catalogue());
    }

    /** Says that there is no catalogue, and what to do about it. */
    String noCatalogue() {
        return options.catalogue == null
                ? "Nothing has been scanned yet; add sounds with: earmark scan FOLDER"
                : "There is no catalogue " + catalogue()
                        + "; check what --catalogue names, or make it with: earmark scan FOLDER --catalogue "
                        + catalogue();
    }

    Earmark open(Access access) {
        return new Earmark(home, catalogue(), access, parts);
    }

    ConsoleProgress progress() {
        return new ConsoleProgress(console, interruption, System::nanoTime);
    }

    /** Begins the one object on standard output, for results too large to be held at once. */
    StreamedObject beginJson() throws IOException {
        begun = new StreamedObject(console);
        return begun;
    }

    /** The object that was begun and, if the command ended early, is still open. */
    Optional<StreamedObject> begunJson() {
        return Optional.ofNullable(begun);
    }

    /** Prints the one object on standard output. */
    void printJson(Object value) {
        console.out().println(Json.text(value));
        console.out().flush();
    }
}
