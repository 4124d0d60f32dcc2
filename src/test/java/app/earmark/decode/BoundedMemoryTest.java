package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long sounds and many files: memory and file handles do not grow with either. */
class BoundedMemoryTest {

    private final AudioDecoder decoder = new FfmpegAudioDecoder();

    @TempDir
    Path folder;

    @Test
    void aLongClipNeedsNoMoreThanItsWindows() {
        long frames = 1200L * 96_000;
        Path file = WavFile.of(Tones.constant(0, 1, 96_000), Tones.constant(0, 1, 96_000))
                .as(WavFile.Width.S24)
                .as(WavFile.Header.RF64)
                .writeSparse(folder.resolve("long.wav"), frames);
        HeardClip[] heard = new HeardClip[1];

        long allocated = allocatedBy(() -> heard[0] = new ClipReader(decoder).read(file, 20, 4, () -> false));

        assertThat(heard[0].facts().durationSeconds()).isEqualTo(1200);
        assertThat(heard[0].windows()).hasSize(4);
        // Everything ever allocated, garbage included, so the live heap is below it. The windows are 31 MB of it, the
        // whole clip would be 922 MB. docs/benchmarks.md has two and ten hours.
        assertThat(allocated).isLessThan(200L << 20);
    }

    @Test
    void tenHoursAreProbedAndSoughtLikeAMinute() throws Exception {
        Path file = WavFile.of(Tones.constant(0, 1, 192_000), Tones.constant(0, 1, 192_000))
                .as(WavFile.Width.F32)
                .as(WavFile.Header.BW64)
                .writeSparse(folder.resolve("ten-hours.wav"), 36_000L * 192_000);
        assertThat(decoder.probe(file).durationSeconds()).isEqualTo(36_000);
        try (AudioStream stream = decoder.open(file)) {
            stream.seek(35_999.999);
            assertThat(Decoded.rest(stream)[0].length()).isEqualTo(192);
        }
    }

    @Test
    void twoThousandFilesLeaveNoHandleAndNoMemoryBehind() throws Exception {
        Assumptions.assumeTrue(new File("/proc/self/status").exists(), "counts handles through /proc");
        Path good = Path.of(BoundedMemoryTest.class.getResource("vorbis.ogg").toURI());
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound");
        Path cut = Files.write(folder.resolve("cut.flac"), "fLaC".getBytes());
        byte[] strange = Files.readAllBytes(Tones.sineFile(folder.resolve("strange.wav"), 440, 0.1, 8000));
        strange[20] = 0x77; // a format tag nobody knows: the container opens, and there is no decoder
        strange[21] = 0x66;
        List<Path> bad = List.of(text, cut, Files.write(folder.resolve("strange.wav"), strange));
        openAndFail(good, bad, 200);
        long handles = handles();
        // A leak grows in every round; the Java heap beside it may grow in one. A decoder context alone is 30 kB: 2,000
        // forgotten ones would be 60 MB a round.
        long leastGrowth = Long.MAX_VALUE;
        for (int round = 0; round < 3 && leastGrowth >= 25_000; round++) {
            long resident = residentKilobytes();
            openAndFail(good, bad, 1000);
            leastGrowth = Math.min(leastGrowth, residentKilobytes() - resident);
        }
        assertThat(handles()).isLessThanOrEqualTo(handles + 5);
        assertThat(leastGrowth).isLessThan(25_000);
    }

    private void openAndFail(Path good, List<Path> failing, int times) throws Exception {
        float[] block = new float[2 * 100];
        for (int i = 0; i < times; i++) {
            decoder.probe(good);
            try (AudioStream stream = decoder.open(good)) {
                stream.read(block, 100);
                stream.seek(0.3);
            }
            for (Path bad : failing) {
                try {
                    decoder.open(bad).close();
                } catch (UndecodableFile expected) {
                    assertThat(expected.failure().code()).isNotEmpty();
                }
            }
        }
    }

    private static long handles() {
        return new File("/proc/self/fd").list().length;
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readString(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long allocatedBy(Work work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            work.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
