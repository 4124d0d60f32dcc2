package app.earmark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a command prints. Results go to {@code out}, everything said along the way to {@code err}; both are UTF-8
 * whatever the locale.
 *
 * @param width columns of the terminal that shows {@code out}; absent when it is a file or a pipe
 * @param live whether {@code err} is a terminal, whose line can be rewritten
 */
public record Console(PrintStream out, PrintStream err, OptionalInt width, boolean live) {

    /** The process's own streams. The launcher exports {@code COLUMNS} when standard output is a terminal. */
    public static Console ofProcess() {
        return new Console(
                ResultStream.ofProcess(),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                columns(System.getenv("COLUMNS")),
                "1".equals(System.getenv("EARMARK_LIVE")));
    }

    private static OptionalInt columns(String text) {
        try {
            int columns = text == null ? 0 : Integer.parseInt(text.strip());
            return columns < 20 ? OptionalInt.empty() : OptionalInt.of(columns);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Why the results that were printed did not all arrive, if so. */
    Optional<IOException> failure() {
        return out instanceof ResultStream results ? results.failure() : Optional.empty();
    }

    /** Prints a sentence for the person, apart from the result. */
    void say(String sentence) {
        err.println(Printable.of(sentence));
    }

    /** Prints a line of a result, cut to the terminal's width if there is one. */
    void line(String text) {
        String printable = Printable.of(text);
        out.println(width.isPresent() ? Printable.cut(printable, width.getAsInt()) : printable);
    }

    /** Prints a line of a result whole. */
    void wholeLine(String text) {
        out.println(Printable.of(text));
    }
}
