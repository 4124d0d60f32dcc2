package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {

    @TempDir
    Path home;

    @TempDir
    Path sounds;

    @Test
    void learnsProposesReportsAndForgetsALabel() {
        for (int i = 0; i < 14; i++) {
            // half low, half high: something to tell apart
            Tones.sineFile(sounds.resolve(i + ".wav"), (i % 2 == 0 ? 200 : 3000) + 37 * i, 0.3, 44_100);
        }
        assertThat(CliRun.of(home, "scan", sounds).exitCode()).isZero();

        CliRun tooFew = CliRun.of(home, "learn", "test tone");
        assertThat(tooFew.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(tooFew.err()).contains("3 more clips").contains("--propose");

        for (int i = 0; i < 10; i++) {
            CliRun.of(home, "tags", i % 2 == 0 ? "add" : "reject", sounds.resolve(i + ".wav"), "test tone");
        }
        JsonObject proposed =
                CliRun.of(home, "learn", "test tone", "--propose", 3, "--json").json();
        assertThat(proposed.getAsJsonArray("proposals")).hasSizeBetween(1, 3);
        JsonObject proposal = proposed.getAsJsonArray("proposals").get(0).getAsJsonObject();
        assertThat(proposal.keySet()).contains("similarity", "probability");
        assertThat(proposal.get("probability").isJsonNull()).isTrue();

        JsonObject learnt = CliRun.of(home, "learn", "Test Tone", "--json").json();
        assertThat(learnt.get("confirmed").getAsInt()).isEqualTo(5);
        assertThat(learnt.getAsJsonObject("lesson").get("version").getAsInt()).isEqualTo(1);

        assertThat(CliRun.of(home, "learn", "--status").out()).contains("test tone: 5 confirmed, 5 rejected; learnt");
        JsonObject report = CliRun.of(home, "learn", "--report", "--json")
                .json()
                .getAsJsonArray("labels")
                .get(0)
                .getAsJsonObject();
        assertThat(report.get("label").getAsString()).isEqualTo("test tone");
        assertThat(report.get("enough").getAsBoolean()).isFalse();
        assertThat(report.keySet())
                .contains(
                        "precision",
                        "recall",
                        "averagePrecision",
                        "threshold",
                        "suggestedThreshold",
                        "expectedCalibrationError");
        assertThat(CliRun.of(home, "learn", "--report").out()).contains("too few to say");

        assertThat(CliRun.of(home, "learn", "test tone", "--remove").out()).contains("nothing learnt");
        assertThat(CliRun.of(home, "learn", "test tone", "--restore", 7).exitCode())
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(CliRun.of(home, "learn", "test tone", "--restore", 1).out()).contains("learnt");

        for (int i = 0; i < 10; i++) {
            assertThat(CliRun.of(home, "undo").exitCode()).isZero();
        }
        assertThat(CliRun.of(home, "learn", "--status").out()).contains("0 confirmed, 0 rejected; learnt");
        assertThat(CliRun.of(home, "scan", sounds).exitCode()).isZero();
        assertThat(CliRun.of(home, "learn", "--status").out()).doesNotContain("test tone");
    }

    @Test
    void asksWhichLabelAndForOneThingAtATime() {
        Tones.sineFile(sounds.resolve("a.wav"), 300, 0.2, 44_100);
        CliRun.of(home, "scan", sounds);
        assertThat(CliRun.of(home, "learn").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.of(home, "learn", "rain", "--propose", 0).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.of(home, "learn", "rain", "--remove", "--report").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
