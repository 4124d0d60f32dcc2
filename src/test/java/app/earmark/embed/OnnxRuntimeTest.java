package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

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

    static final class Starting {
        public static void main(String[] args) throws EncoderFailure {
            OnnxRuntime.environment();
            System.out.println("started");
        }
    }
}
