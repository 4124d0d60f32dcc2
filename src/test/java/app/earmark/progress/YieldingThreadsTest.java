package app.earmark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class YieldingThreadsTest {

    private final YieldingThreads threads = new YieldingThreads("long-work");

    @Test
    void theKernelServesThemAndTheThreadsTheyStartLast() {
        int before = niceness();
        Executor thread = work -> threads.newThread(work).start();

        int own = CompletableFuture.supplyAsync(YieldingThreadsTest::niceness, thread)
                .join();
        int inherited = CompletableFuture.supplyAsync(
                        () -> CompletableFuture.supplyAsync(
                                        YieldingThreadsTest::niceness, work -> new Thread(work).start())
                                .join(),
                        thread)
                .join();

        assertThat(own).isEqualTo(Math.max(before, 10));
        assertThat(inherited).isEqualTo(own);
        assertThat(niceness()).as("of the thread that asked").isEqualTo(before);
    }

    /** The nineteenth field of {@code /proc/thread-self/stat}; the second, in brackets, may hold blanks. */
    private static int niceness() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
