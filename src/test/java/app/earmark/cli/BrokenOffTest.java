package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.Parts;
import app.earmark.assembly.SoundListener;
import app.earmark.assembly.StandardParts;
import app.earmark.embed.EncoderFailure;
import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script gets when a command ends after it began to print. */
class BrokenOffTest {

    @TempDir
    Path folder;

    @Test
    void classifyThatBreaksOffPrintsItsOnlyObjectWithTheError() throws Exception {
        Tones.sineFile(folder.resolve("a.wav"), 440, 0.5, 22_050);
        Tones.sineFile(folder.resolve("b.wav"), 880, 0.5, 22_050);

        CliRun run = CliRun.with(
                listeningOnlyTo("a.wav"),
                new Interruption(),
                folder.resolve("home"),
                "classify",
                folder,
                "--labels",
                "rain,bell",
                "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonObject printed = run.json();
        assertThat(printed.keySet()).containsExactly("labels", "results", "failures", "error");
        assertThat(printed.getAsJsonArray("results")).hasSize(1);
        assertThat(printed.getAsJsonObject("error").get("message").getAsString())
                .isEqualTo("The model broke.");
        assertThat(printed.getAsJsonObject("error").get("exitCode").getAsInt()).isEqualTo(1);
    }

    private static Parts listeningOnlyTo(String name) {
        Parts parts = new StandardParts();
        return (Parts) Proxy.newProxyInstance(
                Parts.class.getClassLoader(), new Class<?>[] {Parts.class}, (proxy, method, arguments) -> {
                    try {
                        Object made = method.invoke(parts, arguments);
                        return made instanceof SoundListener listener ? only(name, listener) : made;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static SoundListener only(String name, SoundListener listener) {
        return file -> {
            if (!file.endsWith(name)) {
                throw new EncoderFailure("The model broke.", null);
            }
            return listener.listen(file);
        };
    }
}
