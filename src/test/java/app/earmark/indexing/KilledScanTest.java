package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipState;
import app.earmark.library.LabelNames;
import app.earmark.library.ListenedClip;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.testing.Tones;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scan in a process of its own is killed without warning and resumed. */
@Timeout(180)
class KilledScanTest {

    private static final int FILES = 300;

    @TempDir
    Path folder;

    /** The child: scans args[0] into args[1], slowly enough to be caught in the act. */
    public static void main(String[] args) {
        try (RealScan scan = new RealScan(Path.of(args[1]))) {
            scan.scanner(KilledScanTest::slow).scan(List.of(Path.of(args[0])), false, Progress.NONE);
        }
    }

    @Test
    void resumesWithoutListeningAgainToWhatWasSaved() throws Exception {
        Path sounds = folder.resolve("sounds");
        for (int i = 0; i < FILES; i++) {
            Tones.sineFile(sounds.resolve("tone " + i + ".wav"), 200 + 5 * i, 0.05, 8_000);
        }
        Path file = folder.resolve("catalogue.db");

        killInMidScan(sounds, file);

        long saved = listened(file);
        assertThat(saved).as("clips saved before the kill").isBetween(1L, FILES - 1L);
        List<Path> again = Collections.synchronizedList(new ArrayList<>());
        try (RealScan scan = new RealScan(file)) {
            ScanReport report =
                    scan.scanner(listener -> noting(listener, again)).scan(List.of(sounds), false, Progress.NONE);
            assertThat(report.embedded()).isEqualTo(FILES - saved);
            assertThat(report.unchanged()).isEqualTo(saved);
            assertThat(again).hasSize((int) (FILES - saved)).doesNotHaveDuplicates();
            assertThat(scan.catalogue.embeddings().count(scan.pack().id())).isEqualTo(FILES);
            assertThat(scan.catalogue.clips().counts().clips()).isEqualTo(FILES);
            assertThat(again).allMatch(path -> scan.clip(path).state() == ClipState.EMBEDDED);
        }
    }

    private static void killInMidScan(Path sounds, Path file) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledScanTest.class.getName(),
                        sounds.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("child.log").toFile())
                .start();
        try {
            while (child.isAlive() && (!file.toFile().exists() || listened(file) == 0)) {
                Thread.sleep(50);
            }
        } finally {
            child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static long listened(Path file) {
        try (Catalogue reading = Catalogue.openForReading(file, LabelNames.OWN_ONLY)) {
            return reading.clips().counts().listened();
        }
    }

    private static ClipListener slow(ClipListener listener) {
        return around(listener, clip -> {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static ClipListener noting(ClipListener listener, List<Path> heard) {
        return around(listener, clip -> heard.add(clip.path()));
    }

    private static ClipListener around(ClipListener listener, java.util.function.Consumer<ListenTask> before) {
        return new ClipListener() {
            @Override
            public PackId pack() {
                return listener.pack();
            }

            @Override
            public ListenedClip listen(ListenTask clip, Progress progress) throws CancelledWork {
                before.accept(clip);
                return listener.listen(clip, progress);
            }
        };
    }
}
