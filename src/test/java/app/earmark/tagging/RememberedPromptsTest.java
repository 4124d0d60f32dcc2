package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.embed.PackDescription;
import app.earmark.library.PackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedPromptsTest {

    private final WordEncoder encoder = new WordEncoder("rain", "wind");

    @TempDir
    private Path folder;

    @BeforeEach
    void rememberTwo() throws Exception {
        RememberedPrompts prompts = RememberedPrompts.in(folder.resolve("new"), pack("h1", 2), Map.of(), encoder);
        prompts.encode("rain");
        prompts.encode("rain wind");
        prompts.encode("rain");
        assertThat(encoder.calls).isEqualTo(2);
        prompts.save();
    }

    @Test
    void encodesNothingTwiceEvenAfterARestart() throws Exception {
        RememberedPrompts again = RememberedPrompts.in(folder.resolve("new"), pack("h1", 2), Map.of(), encoder);
        assertThat(again.encode("rain wind")).isEqualTo(new WordEncoder("rain", "wind").encode("rain wind"));
        assertThat(encoder.calls).isEqualTo(2);
        again.encode("wind");
        assertThat(encoder.calls).isEqualTo(3);
    }

    @Test
    void forgetsWhatAnotherPackOrBuildSaid() throws Exception {
        RememberedPrompts.in(folder.resolve("new"), pack("h2", 2), Map.of(), encoder)
                .encode("rain");
        assertThat(encoder.calls).isEqualTo(3);
    }

    @Test
    void computesAgainWhatADamagedFileHeld() throws Exception {
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3));
        RememberedPrompts again = RememberedPrompts.in(folder.resolve("new"), pack("h1", 2), Map.of(), encoder);
        assertThat(again.encode("rain")).containsExactly(1, 0);
        assertThat(encoder.calls).isEqualTo(3);
        again.save();
        RememberedPrompts.in(folder.resolve("new"), pack("h1", 2), Map.of(), encoder)
                .encode("rain");
        assertThat(encoder.calls).isEqualTo(3);
    }

    @Test
    void neitherEncodesNorKeepsWhatCameWithThePack() throws Exception {
        Map<String, float[]> shipped = Map.of("hail", new float[] {0.6f, 0.8f});
        RememberedPrompts prompts = RememberedPrompts.in(folder.resolve("new"), pack("h1", 2), shipped, encoder);
        assertThat(prompts.encode("hail")).containsExactly(0.6f, 0.8f);
        assertThat(encoder.calls).isEqualTo(2);
        prompts.encode("wind");
        prompts.save();
        RememberedPrompts.in(folder.resolve("new"), pack("h1", 2), Map.of(), encoder)
                .encode("hail");
        assertThat(encoder.calls).isEqualTo(4);
    }

    @Test
    void leavesNoHalfWrittenFileBehind() throws Exception {
        assertThat(onlyFile().getFileName().toString()).isEqualTo("starter@1.0.0-h1.prompts");
    }

    @Test
    void goesOnWhereNothingCanBeWritten() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a file"), "in the way");
        RememberedPrompts prompts = RememberedPrompts.in(blocked, pack("h1", 2), Map.of(), encoder);
        assertThat(prompts.encode("wind")).containsExactly(0, 1);
        prompts.save();
        assertThat(blocked).hasContent("in the way");
    }

    @Test
    void handsOutVectorsThatMayBeChanged() throws Exception {
        RememberedPrompts prompts = RememberedPrompts.in(folder, pack("h1", 2), Map.of(), encoder);
        prompts.encode("rain")[0] = 7;
        assertThat(prompts.encode("rain")).containsExactly(1, 0);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(folder.resolve("new"))) {
            var all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static PackDescription pack(String hash, int dimension) {
        return new PackDescription(
                new PackId("starter", "1.0.0"), "Starter", "", "", hash, dimension, dimension, 10, Map.of());
    }
}
