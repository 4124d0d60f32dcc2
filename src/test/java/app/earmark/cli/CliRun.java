package app.earmark.cli;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.Parts;
import app.earmark.assembly.StandardParts;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * One run of the command line in this process, as a script would see it.
 *
 * @param out standard output
 * @param err standard error
 */
record CliRun(int exitCode, String out, String err) {

    static CliRun of(Path home, Object... arguments) {
        return with(new StandardParts(), new Interruption(), home, arguments);
    }

    static CliRun with(Parts parts, Interruption interruption, Path home, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                OptionalInt.empty(),
                false);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode = new CommandLineInterface(console, new EarmarkHome(home), parts).run(interruption, words);
        return new CliRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The one JSON object on standard output; fails if there is anything else. */
    JsonObject json() {
        return JsonParser.parseString(out).getAsJsonObject();
    }
}
