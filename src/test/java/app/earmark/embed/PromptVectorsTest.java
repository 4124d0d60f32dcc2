package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.PackId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptVectorsTest {

    private static final String HASH = "ab".repeat(32);
    private static final Offset<Float> ROUNDING = Offset.offset(2e-5f);

    @TempDir
    Path folder;

    @Test
    void readsEveryPromptWithItsVector() throws IOException {
        Files.write(folder.resolve(PromptVectors.FILE), file());
        Map<String, float[]> vectors = read(HASH, 2);
        assertThat(vectors).containsOnlyKeys("rain", "une sirène");
        assertThat(vectors.get("rain")).containsExactly(new float[] {0.6f, -0.8f}, ROUNDING);
        assertThat(vectors.get("une sirène")).containsExactly(new float[] {1, 0}, ROUNDING);
    }

    @Test
    void leavesVectorsOfAnotherPackAlone() throws IOException {
        Files.write(folder.resolve(PromptVectors.FILE), file());
        assertThat(read("cd".repeat(32), 2)).isEmpty();
        assertThat(read(HASH, 3)).isEmpty();
    }

    @Test
    void leavesADamagedFileAlone() throws IOException {
        byte[] whole = file();
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder.resolve(PromptVectors.FILE), Arrays.copyOf(whole, length));
            assertThat(read(HASH, 2)).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void aPackNeedNotHaveAny() {
        assertThat(read(HASH, 2)).isEmpty();
    }

    private Map<String, float[]> read(String hash, int dimension) {
        return PromptVectors.read(
                PackFiles.inFolder(folder),
                new PackDescription(new PackId("tiny", "1"), "Tiny", "", "", hash, dimension, dimension, 1, Map.of()));
    }

    private static byte[] file() {
        ByteBuffer file = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        file.put(("EMPV" + HASH).getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(2);
        put(file, "rain", (short) 19660, (short) -26214);
        put(file, "une sirène", Short.MAX_VALUE, (short) 0);
        return Arrays.copyOf(file.array(), file.position());
    }

    private static void put(ByteBuffer file, String prompt, short first, short second) {
        byte[] text = prompt.getBytes(StandardCharsets.UTF_8);
        file.putShort((short) text.length).put(text).putShort(first).putShort(second);
    }
}
