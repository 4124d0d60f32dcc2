package app.earmark.bench;

import app.earmark.dsp.Waveform;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How long a fresh process takes to its first text vector and its first sound vector: wall clock, and processor time of
 * the whole process. Run it several times; the first unpacks the native libraries.
 */
final class StartBench {

    private static long last = System.nanoTime();
    private static long lastProcessor = processor();

    private StartBench() {}

    public static void main(String[] args) throws Exception {
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"))) {
            lap("pack.json read");
            var text = pack.text();
            lap("text side loaded");
            text.encode("rain");
            lap("first text encoded");
            text.encode("heavy wooden door creaks slowly");
            lap("second text encoded");
            var audio = pack.audio();
            lap("audio side loaded");
            audio.encode(new Waveform(new float[audio.rate().hertz()], audio.rate()));
            lap("first second of sound encoded");
        }
    }

    private static void lap(String what) {
        long now = System.nanoTime();
        long nowProcessor = processor();
        System.out.printf(
                "%6.0f ms, processor %5.0f ms  %s%n", (now - last) / 1e6, (nowProcessor - lastProcessor) / 1e6, what);
        last = System.nanoTime();
        lastProcessor = processor();
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
