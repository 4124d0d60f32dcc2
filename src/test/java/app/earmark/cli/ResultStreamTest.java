package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a result that nobody takes. */
class ResultStreamTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A disk that is full, a pipe whose reader is gone. */
    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    private int run(OutputStream out, boolean pipe, String... arguments) {
        Console console = new Console(
                ResultStream.to(out, pipe),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                OptionalInt.empty(),
                false);
        return new CommandLineInterface(console, new EarmarkHome(folder.resolve("home")), new StandardParts())
                .run(new Interruption(), arguments);
    }

    private String sentences() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aResultThatTheDiskHasNoRoomForIsAFailure() {
        assertThat(run(failing("No space left on device"), false, "export", "--list-presets"))
                .isEqualTo(1);
        assertThat(sentences())
                .isEqualTo("Standard output did not take the whole result (No space left on device);"
                        + " let it go elsewhere.\n");
    }

    @Test
    void anotherFailureKeepsItsOwnCode() {
        assertThat(run(failing("No space left on device"), false, "frobnicate", "--json"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed"})
    void aReaderThatHasSeenEnoughIsNone(String message) {
        assertThat(run(failing(message), false, "export", "--list-presets", "--json"))
                .isZero();
        assertThat(run(failing("Datenübergabe unterbrochen"), true, "export", "--list-presets"))
                .isZero();
        assertThat(sentences()).isEmpty();
    }

    @Test
    void aResultThatArrivesIsAsItWasPrinted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, false, "export", "--list-presets", "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"presets\":")
                .endsWith("}\n");
    }
}
