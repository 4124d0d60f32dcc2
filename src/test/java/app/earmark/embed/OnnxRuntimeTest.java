package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OnnxRuntimeTest {

    /** A process of its own, since its command line is what this is about. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a command line there has 32 kB at most")
    void startsWithAVeryLongCommandLine() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java", "-Xmx64m", OnnxRuntimeTest.Starting.class.getName()));
        for (int i = 0; i < 5_000; i++) {
            command.add("/sounds/a folder/file " + i + ".wav");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("started");
    }

    /** What it says itself, it says to the process's error stream, past Java. */
    @Test
    void aModelThatCanNotBeRunIsReportedByExceptionAlone(@TempDir Path folder) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java", Failing.class.getName(), folder.toString())
                .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("failed; see the log").doesNotContain("onnxruntime:");
    }

    /** Words that the model has no numbers for: it fails while it runs. */
    static final class Failing {
        public static void main(String[] args) throws Exception {
            Path folder = ClapFixture.pack(Path.of(args[0]), false, false);
            Path tokenizer = folder.resolve("tokenizer.json");
            Files.writeString(tokenizer, Files.readString(tokenizer).replaceAll("(\"[a-z]\": ?)(\\d+)", "$1 10000$2"));
            ClapFixture.seal(folder, false, false);
            try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folder))) {
                pack.text().encode("q w e r t z");
            } catch (EncoderFailure e) {
                System.out.println(e.getMessage());
            }
        }
    }

    static final class Starting {
        public static void main(String[] args) throws EncoderFailure {
            OnnxRuntime.environment();
            System.out.println("started");
        }
    }
}
