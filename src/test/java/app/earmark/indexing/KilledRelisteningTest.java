package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listening again with another pack, in a process of its own, is killed without warning and resumed. */
@Timeout(180)
class KilledRelisteningTest {

    private static final PackId OLD = new PackId("old", "1");
    private static final PackId NEW = new PackId("new", "1");
    private static final int CLIPS = 400;

    @TempDir
    Path folder;

    /** The child: listens again to the clips of the catalogue args[0], slowly enough to be caught in the act. */
    public static void main(String[] args) {
        try (Catalogue catalogue = Catalogue.open(Path.of(args[0]), LabelNames.OWN_ONLY)) {
            relistener(catalogue, new AtomicInteger(), 20).listen(Progress.NONE);
        }
    }

    @Test
    void goesOnWithWhatTheNewPackHasNotHeardAndKeepsTheOldOnesVectors() throws Exception {
        Path file = folder.resolve("catalogue.db");
        listenWithTheOldPack(file);

        killInTheMidst(file);

        try (Catalogue catalogue = Catalogue.open(file, LabelNames.OWN_ONLY)) {
            long saved = catalogue.embeddings().count(NEW);
            assertThat(saved).as("clips saved before the kill").isBetween(1L, CLIPS - 1L);
            assertThat(catalogue.embeddings().count(OLD)).isEqualTo(CLIPS);
            AtomicInteger heard = new AtomicInteger();
            Relistener again = relistener(catalogue, heard, 0);
            assertThat(again.due()).isEqualTo(CLIPS - saved);
            again.listen(Progress.NONE);
            assertThat(heard.get()).isEqualTo((int) (CLIPS - saved));
            assertThat(again.due()).isZero();
            assertThat(catalogue.embeddings().count(NEW)).isEqualTo(CLIPS);
            assertThat(catalogue.embeddings().count(OLD)).isEqualTo(CLIPS);
        }
    }

    private void listenWithTheOldPack(Path file) {
        try (Catalogue catalogue = Catalogue.open(file, LabelNames.OWN_ONLY)) {
            var library = catalogue.scans().openLibrary(folder).id();
            List<FoundFile> files = IntStream.range(0, CLIPS)
                    .mapToObj(i -> new FoundFile(folder.resolve(i + ".wav"), new FileStamp(i, i)))
                    .toList();
            catalogue.scans().apply(library, new ListingChanges(files, List.of(), List.of(), List.of(), List.of()));
            catalogue
                    .scans()
                    .saveListened(catalogue.scans().awaitingListening(List.of(library), OLD).stream()
                            .map(task -> heard(task, OLD, 4))
                            .toList());
        }
    }

    private static void killInTheMidst(Path file) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRelisteningTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("child.log").toFile())
                .start();
        try (Catalogue catalogue = Catalogue.openForReading(file, LabelNames.OWN_ONLY)) {
            while (child.isAlive() && catalogue.embeddings().count(NEW) == 0) {
                Thread.sleep(50);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static Relistener relistener(Catalogue catalogue, AtomicInteger heard, long pauseMillis) {
        ClipListener listener = new ClipListener() {
            @Override
            public PackId pack() {
                return NEW;
            }

            @Override
            public ListenedClip listen(ListenTask clip, Progress progress) {
                heard.incrementAndGet();
                try {
                    Thread.sleep(pauseMillis);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return heard(clip, NEW, 3);
            }
        };
        return new Relistener(catalogue.scans(), () -> NEW, () -> listener, new ScanSettings(2), new StageTimes());
    }

    private static ListenedClip heard(ListenTask task, PackId pack, int dimension) {
        float[] vector = new float[dimension];
        vector[0] = 1;
        return new ListenedClip(
                task.id(),
                task.stamp(),
                ClipState.EMBEDDED,
                pack,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Embedding(pack, vector, vector)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                Optional.empty());
    }
}
