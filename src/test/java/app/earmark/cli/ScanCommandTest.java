package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code scan} does and says. */
class ScanCommandTest extends ScannedSounds {

    @Test
    void scanReportsWhatItDidAndEndsWell() {
        assertThat(firstScan.exitCode()).isZero();
        JsonObject report = firstScan.json();
        assertThat(report.keySet())
                .contains("listed", "embedded", "unchanged", "offline", "failed", "cancelled", "failures");
        assertThat(report.get("listed").getAsLong()).isEqualTo(6);
        assertThat(report.get("embedded").getAsLong()).isEqualTo(5);
        assertThat(report.get("failed").getAsLong()).isEqualTo(1);
        assertThat(report.get("cancelled").getAsBoolean()).isFalse();
        JsonObject failure = report.getAsJsonArray("failures").get(0).getAsJsonObject();
        assertThat(failure.keySet()).containsExactly("path", "code", "message");
        assertThat(failure.get("path").getAsString())
                .isEqualTo(sound("empty.wav").toString());
        assertThat(failure.get("message").getAsString()).contains("empty.wav");
        assertThat(firstScan.err()).contains("empty.wav").contains(sounds.toString());
    }

    @Test
    void rescanDoesNothingAgain() {
        JsonObject report = run("scan", sounds, "--json").json();
        assertThat(report.get("embedded").getAsLong()).isZero();
        assertThat(report.get("unchanged").getAsLong()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aLibraryThatIsMostlyGoneNeedsAConfirmation() throws IOException {
        Path own = folder.resolve("home of absent");
        Path few = folder.resolve("drive");
        for (int i = 0; i < 4; i++) {
            Tones.sineFile(few.resolve(i + ".wav"), 300 + i, 0.2, 44_100);
        }
        CliRun.of(own, "scan", few);
        for (int i = 0; i < 2; i++) {
            Files.delete(few.resolve(i + ".wav"));
        }
        CliRun refused = CliRun.of(own, "scan", few, "--json");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.json().get("offline").getAsLong()).isZero();
        assertThat(refused.err()).contains("--accept-missing");

        CliRun accepted = CliRun.of(own, "scan", few, "--accept-missing", "--json");
        assertThat(accepted.exitCode()).isZero();
        assertThat(accepted.json().get("offline").getAsLong()).isEqualTo(2);
    }

    @Test
    void anInterruptedScanReportsWhatItDid() {
        Interruption pressed = new Interruption();
        pressed.request();
        CliRun run = CliRun.with(
                new app.earmark.assembly.StandardParts(),
                pressed,
                folder.resolve("home of interrupted"),
                "scan",
                sounds,
                "--json");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.json().get("cancelled").getAsBoolean()).isTrue();
    }
}
