package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterCommandsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void scanTwoSounds() throws IOException {
        Tones.sineFile(folder.resolve("lib/low hum.wav"), 90, 0.2, 44_100);
        Tones.sineFile(folder.resolve("lib/REC0001.wav"), 900, 0.2, 44_100);
        assertThat(run("scan", folder.resolve("lib")).exitCode()).isZero();
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    @Test
    void statusSaysThatNothingWasLearnt() {
        CliRun status = run("adapter", "status", "--json");
        assertThat(status.exitCode()).isZero();
        JsonObject object = status.json();
        assertThat(object.get("used").getAsBoolean()).isFalse();
        assertThat(object.get("version").isJsonNull()).isTrue();
        assertThat(object.get("sentence").getAsString()).isEqualTo("Nothing was learnt from this library's names yet.");
    }

    @Test
    void aFitFromTooFewNamesIsKeptAndSaysWhyItIsNotUsed() {
        CliRun fit = run("adapter", "fit", "--json");
        assertThat(fit.exitCode()).as(fit.err()).isZero();
        assertThat(fit.json().get("used").getAsBoolean()).isFalse();
        assertThat(fit.json().get("version").getAsInt()).isEqualTo(1);
        assertThat(fit.json().get("nameless").getAsInt()).isEqualTo(1);
        CliRun status = run("adapter", "status");
        assertThat(status.out()).contains("only 1 different names say something, and at least 30 are needed");
    }

    @Test
    void removeForgetsAndSaysSoWhereThereIsNothingToForget() {
        assertThat(run("adapter", "fit").exitCode()).isZero();
        CliRun removed = run("adapter", "remove", "--json");
        assertThat(removed.exitCode()).isZero();
        assertThat(removed.json().get("version").isJsonNull()).isTrue();
        CliRun again = run("adapter", "remove");
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("Nothing was learnt from names");
    }

    @Test
    void aloneItNamesItsCommands() {
        CliRun alone = run("adapter");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).contains("fit, status, remove");
    }
}
