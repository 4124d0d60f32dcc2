package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.LabelNames;
import app.earmark.library.ListenedClip;
import app.earmark.library.ProbedFile;
import app.earmark.library.TagSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the middle of its writing. */
class CrashTest {

    private static final int BATCH = 50;

    @TempDir
    Path folder;

    @Test
    void aKilledWriterLosesNothingItHadCommittedAndLeavesNoLock() throws Exception {
        Path file = folder.resolve("catalogue.db");
        Process child = start(Writing.class, file);
        long committed = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 12; i++) {
                committed = Long.parseLong(out.readLine());
            }
            child.toHandle().destroyForcibly(); // the process itself would close our end of its output
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                committed = Long.parseLong(line);
            }
        }
        try (Catalogue catalogue = Catalogue.open(file, Sounds.NAMES)) {
            assertThat(catalogue.isReadOnly()).isFalse();
            List<ClipId> ids = catalogue.clips().matching(ClipFilter.ALL);
            assertThat(ids.size()).isGreaterThanOrEqualTo((int) committed);
            assertThat(ids.size() % BATCH).as("batches are whole").isZero();
            long tagged = catalogue.clips().tagsOf(ids).values().stream()
                    .filter(tags -> tags.tags().size() == 1)
                    .count();
            assertThat(tagged).isGreaterThanOrEqualTo(committed);
            assertThat(catalogue.embeddings().count(Sounds.PACK)).isEqualTo(tagged);
            catalogue.writer().run(c -> {
                assertThat(new SqlQuery(c, "pragma integrity_check").list(row -> row.getString(1)))
                        .containsExactly("ok");
                assertThat(new SqlQuery(c, "pragma foreign_key_check").list(row -> row.getString(1)))
                        .isEmpty();
                for (String index : List.of("clip_word", "clip_part")) {
                    new SqlQuery(c, "insert into " + index + " (" + index + ", rank) values ('integrity-check', 1)")
                            .update();
                }
            });
        }
    }

    @Test
    void ofAChangeThatWasKilledInItsMiddleNothingIsLeft() throws Exception {
        Path file = folder.resolve("catalogue.db");
        Process child = start(Halting.class, file);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("in the middle");
            child.toHandle().destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        try (Catalogue catalogue = Catalogue.open(file, Sounds.NAMES)) {
            assertThat(catalogue.isReadOnly()).isFalse();
            List<ClipId> ids = catalogue.clips().matching(ClipFilter.ALL);
            assertThat(ids).hasSize(2 * BATCH);
            assertThat(catalogue.clips().findAll(ids).values().stream()
                            .filter(clip -> clip.facts().isPresent()))
                    .as("facts of the whole batch only")
                    .hasSize(BATCH);
            assertThat(catalogue.clips().fieldsOf(ids).values().stream()
                            .filter(fields -> !fields.values().isEmpty()))
                    .hasSize(BATCH);
            assertThat(catalogue.clips().tagsOf(ids).values().stream()
                            .filter(tags -> !tags.tags().isEmpty()))
                    .hasSize(BATCH);
            assertThat(catalogue.keywords().search("halted", ClipFilter.ALL, 10))
                    .isEmpty();
        }
    }

    @Test
    void whoComesWhileAnotherProcessIsNearlyDoneWaitsForIt() throws Exception {
        Path file = folder.resolve("catalogue.db");
        Process child = start(Leaving.class, file);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("open");
            try (Catalogue catalogue = Catalogue.openToChange(file, Sounds.NAMES)) {
                assertThat(catalogue.notice()).isEmpty();
                assertThat(catalogue.clips().counts().clips()).as("the other's").isEqualTo(1);
                Sounds.add(catalogue, "b.wav");
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Process start(Class<?> program, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<ProbedFile> probed(List<ClipId> ids, String name) {
        return ids.stream()
                .map(id -> Sounds.probed(
                        id, Sounds.WAV, Map.of("FXName", name), Sounds.claim("DOORCreak", TagSource.NAME)))
                .toList();
    }

    /** Has the catalogue open for a moment. */
    static final class Leaving {

        private Leaving() {}

        public static void main(String[] args) throws Exception {
            try (Catalogue catalogue = Catalogue.open(Path.of(args[0]), Sounds.NAMES)) {
                System.out.println("open");
                System.out.flush();
                Thread.sleep(300);
                Sounds.add(catalogue, "a.wav");
            }
        }
    }

    /** Stops in its second change, where facts and claims are written and what follows from them is half done. */
    static final class Halting {

        private static final AtomicInteger ASKED = new AtomicInteger();

        private Halting() {}

        public static void main(String[] args) {
            Catalogue catalogue = Catalogue.open(Path.of(args[0]), namesThatHalt());
            catalogue.scans().saveProbed(probed(add(catalogue, "first"), "finished"));
            List<ClipId> second = add(catalogue, "second");
            ASKED.set(1);
            catalogue.scans().saveProbed(probed(second, "halted"));
        }

        private static List<ClipId> add(Catalogue catalogue, String folder) {
            return Sounds.add(
                    catalogue,
                    IntStream.range(0, BATCH)
                            .mapToObj(i -> folder + "/" + i + ".wav")
                            .toArray(String[]::new));
        }

        private static LabelNames namesThatHalt() {
            return (LabelNames) Proxy.newProxyInstance(
                    LabelNames.class.getClassLoader(),
                    new Class<?>[] {LabelNames.class},
                    (proxy, method, arguments) -> {
                        if (ASKED.get() > 0 && ASKED.incrementAndGet() > BATCH / 2) {
                            System.out.println("in the middle");
                            System.out.flush();
                            Thread.sleep(600_000);
                        }
                        return method.invoke(Sounds.NAMES, arguments);
                    });
        }
    }

    /** Writes until somebody kills it, saying after each batch how many clips are in for good. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] args) {
            Catalogue catalogue = Catalogue.open(Path.of(args[0]), Sounds.NAMES);
            for (int batch = 0; ; batch++) {
                String[] names = new String[BATCH];
                for (int i = 0; i < BATCH; i++) {
                    names[i] = "batch " + batch + "/sound " + i + ".wav";
                }
                List<ClipId> ids = Sounds.add(catalogue, names);
                catalogue
                        .scans()
                        .saveProbed(ids.stream()
                                .map(id -> Sounds.probed(
                                        id,
                                        Sounds.WAV,
                                        Map.of("FXName", "sound " + id.value()),
                                        Sounds.claim("DOORCreak", TagSource.NAME)))
                                .toList());
                List<ListenedClip> listened = new ArrayList<>();
                for (ClipId id : ids) {
                    listened.add(Sounds.listened(id, new float[512], new float[512]));
                }
                catalogue.scans().saveListened(listened);
                System.out.println((batch + 1L) * BATCH);
                System.out.flush();
            }
        }
    }
}
