package app.earmark.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Resident memory of a process before its text model loads, with it, and after it was released; Linux only. Argument: a
 * pack's folder, else the bundled pack.
 */
final class TextReleaseBench {

    private TextReleaseBench() {}

    public static void main(String[] args) throws Exception {
        PackFiles files = args.length > 0
                ? PackFiles.inFolder(Path.of(args[0]))
                : PackFiles.onClassPath("/app/earmark/packs/starter");
        PackSpec spec = new PackReader(files).read();
        PackModels models = new PackModels(files, spec);
        IdleClock clock = new IdleClock();
        TextTower<OnnxTextEncoder> tower =
                new TextTower<>("bench", () -> OnnxTextEncoder.load(spec, models), Duration.ofSeconds(2), clock);
        OnnxRuntime.environment();
        for (int round = 1; round <= 3; round++) {
            say(round + " without");
            long start = System.nanoTime();
            tower.encode("rain");
            System.out.printf("  loaded and encoded in %.2f s%n", (System.nanoTime() - start) / 1e9);
            for (int i = 0; i < 20; i++) {
                tower.encode("heavy wooden door creaks slowly " + i);
            }
            say(round + " with");
            Thread.sleep(4_000);
        }
        say("released");
        clock.close();
    }

    private static void say(String when) throws IOException {
        System.gc();
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS")) {
                System.out.println(when + ": " + line.replaceAll("\\s+", " "));
            }
        }
    }
}
