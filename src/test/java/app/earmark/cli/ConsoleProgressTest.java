package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();

    private ConsoleProgress progress(boolean live) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ConsoleProgress(new Console(stream, stream, OptionalInt.empty(), live), interruption, nanos::get);
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsRateTimeLeftAndFailures() {
        ConsoleProgress progress = progress(true);
        progress.phase("Listening", 4_000);
        assertThat(progress.describe(1_000, 3, 50))
                .isEqualTo("Listening 1,000 of 4,000, 20.0/s, 2 min 30 s left, 3 failed");
    }

    @Test
    void anUnknownTotalIsLeftOut() {
        ConsoleProgress progress = progress(true);
        progress.phase("Listing", -1);
        assertThat(progress.describe(5_000, 0, 2)).isEqualTo("Listing 5,000, 2,500/s");
    }

    @Test
    void aDownloadIsToldInMegabytesAndWhatWasThereBeforeIsNotCountedAsSpeed() {
        ConsoleProgress progress = progress(false);
        progress.phase("Downloading a/b", 617_000_000, app.earmark.progress.Progress.Unit.BYTES);
        progress.advanced(100_000_000, 0);
        assertThat(progress.describe(120_000_000, 0, 4))
                .isEqualTo("Downloading a/b 120 of 617 MB, 5.0 MB/s, 1 min 39 s left");
    }

    @Test
    void aLogGetsALineNowAndThen() {
        ConsoleProgress progress = progress(false);
        progress.phase("Listening", 100);
        for (int done = 1; done <= 100; done++) {
            nanos.addAndGet(250_000_000);
            progress.advanced(done, 0);
        }
        assertThat(printed().lines()).hasSize(2).first().asString().startsWith("Listening 40 of 100");
        assertThat(printed()).doesNotContain("\r");
    }

    @Test
    void aTerminalsLineIsRewrittenAndWipedBeforeASentence() {
        ConsoleProgress progress = progress(true);
        progress.phase("Listening", 10);
        nanos.addAndGet(1_000_000_000);
        progress.advanced(1, 0);
        progress.note("a.wav is empty.");
        assertThat(printed()).startsWith("\rListening 1 of 10").matches("(?s).*\r +\ra.wav is empty.\\R");
    }

    @Test
    void theWorkLearnsOfCtrlC() {
        ConsoleProgress progress = progress(false);
        assertThat(progress.isCancelled()).isFalse();
        assertThat(interruption.request()).isTrue();
        assertThat(progress.isCancelled()).isTrue();
        assertThat(interruption.request()).isFalse();
    }
}
