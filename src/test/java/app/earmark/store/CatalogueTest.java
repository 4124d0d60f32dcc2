package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.earmark.library.CatalogueBusy;
import app.earmark.library.CatalogueDamaged;
import app.earmark.library.CatalogueFull;
import app.earmark.library.CatalogueReadOnly;
import app.earmark.library.CatalogueTooNew;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipFilter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    @TempDir
    Path folder;

    @Test
    void aNewCatalogueHasTheSettingsThatMakeItFastAndSafe() {
        Path file = folder.resolve("deep/down/catalogue.db");
        try (Catalogue catalogue = open(file)) {
            assertThat(catalogue.isReadOnly()).isFalse();
            assertThat(catalogue.notice()).isEmpty();
            catalogue.writer().run(c -> {
                assertThat(number(c, "pragma page_size")).isEqualTo(16_384);
                assertThat(number(c, "pragma foreign_keys")).isEqualTo(1);
                assertThat(number(c, "pragma synchronous")).isEqualTo(1);
                assertThat(number(c, "pragma user_version"))
                        .isEqualTo(Migrations.bundled().newest());
                assertThat(new SqlQuery(c, "pragma journal_mode").first(row -> row.getString(1)))
                        .contains("wal");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.db", "what?cache=shared.db", "50%25 of #1.db", "émile & 雷.db", "it's \"so\".db"})
    void anyFileNameWillDo(String name) {
        Path file = folder.resolve(name);
        try (Catalogue catalogue = open(file)) {
            Sounds.add(catalogue, "a.wav");
        }
        assertThat(file).isNotEmptyFile();
        try (Catalogue catalogue = open(file)) {
            assertThat(catalogue.clips().counts().clips()).isEqualTo(1);
        }
    }

    @Test
    void whoComesSecondReadsWhatTheFirstWritesAndIsToldSo() {
        Path file = folder.resolve("catalogue.db");
        try (Catalogue owner = open(file)) {
            try (Catalogue second = open(file)) {
                assertThat(second.isReadOnly()).isTrue();
                assertThat(second.notice())
                        .hasValueSatisfying(s -> assertThat(s).contains("Another Earmark", file.toString()));
                Sounds.add(owner, "a.wav");
                assertThat(second.clips().counts().clips()).isEqualTo(1);
                assertThatThrownBy(() -> Sounds.add(second, "b.wav"))
                        .isInstanceOf(CatalogueReadOnly.class)
                        .hasMessageContaining("Another Earmark");
            }
            Sounds.add(owner, "b.wav");
        }
        try (Catalogue next = open(file)) {
            assertThat(next.isReadOnly()).isFalse();
        }
    }

    @Test
    void whoOnlyReadsHindersNobody() {
        Path file = folder.resolve("catalogue.db");
        open(file).close();
        try (Catalogue reader = Catalogue.openForReading(file, Sounds.NAMES);
                Catalogue owner = open(file)) {
            assertThat(owner.isReadOnly()).isFalse();
            Sounds.add(owner, "a.wav");
            assertThat(reader.clips().matching(ClipFilter.ALL)).hasSize(1);
            assertThatThrownBy(() -> Sounds.add(reader, "b.wav")).isInstanceOf(CatalogueReadOnly.class);
        }
    }

    @Test
    void aWriteProtectedFolderIsReadWithANotice() throws Exception {
        Path file = folder.resolve("shelf/catalogue.db");
        try (Catalogue catalogue = open(file)) {
            Sounds.add(catalogue, "a.wav");
        }
        Files.deleteIfExists(file.resolveSibling("catalogue.db.lock"));
        file.toFile().setWritable(false);
        file.getParent().toFile().setWritable(false);
        try {
            assumeThat(Files.isWritable(file)).as("permissions bind this user").isFalse();
            try (Catalogue catalogue = open(file)) {
                assertThat(catalogue.isReadOnly()).isTrue();
                assertThat(catalogue.notice().orElseThrow()).contains("write-protected");
                assertThat(catalogue.clips().counts().clips()).isEqualTo(1);
                assertThat(catalogue.keywords().search("a", ClipFilter.ALL, 1)).hasSize(1);
                assertThatThrownBy(() -> Sounds.add(catalogue, "b.wav")).isInstanceOf(CatalogueReadOnly.class);
            }
            assertThatThrownBy(() -> open(file.resolveSibling("new.db")))
                    .isInstanceOf(CatalogueUnavailable.class)
                    .hasMessageContaining("can't be created");
        } finally {
            file.getParent().toFile().setWritable(true);
        }
    }

    @Test
    void aFullDiskLosesTheChangeUnderWayAndNothingElse() {
        Path file = folder.resolve("catalogue.db");
        try (Catalogue catalogue = open(file)) {
            Sounds.add(catalogue, "kept.wav");
            catalogue.writer().run(c -> limitPages(c, number(c, "pragma page_count") + 4));
            String[] many = new String[20_000];
            for (int i = 0; i < many.length; i++) {
                many[i] = "file " + i + ".wav";
            }
            assertThatThrownBy(() -> Sounds.add(catalogue, many))
                    .isInstanceOf(CatalogueFull.class)
                    .hasMessageContaining("is full")
                    .hasMessageContaining(file.toString());
            assertThat(catalogue.clips().counts().clips()).isEqualTo(1);
            catalogue.writer().run(c -> limitPages(c, 1_000_000));
            Sounds.add(catalogue, "later.wav");
            assertThat(catalogue.clips().counts().clips()).isEqualTo(2);
        }
    }

    @Test
    void aCatalogueLockedByAnotherProgramSaysSo() throws Exception {
        Path file = folder.resolve("catalogue.db");
        try (Catalogue catalogue = open(file);
                Connection stranger = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = stranger.createStatement()) {
            catalogue.writer().run(c -> new SqlQuery(c, "pragma busy_timeout = 20").each(row -> {}));
            statement.executeUpdate("begin immediate");
            assertThatThrownBy(() -> Sounds.add(catalogue, "a.wav"))
                    .isInstanceOf(CatalogueBusy.class)
                    .hasMessageContaining("Another program");
            assertThat(catalogue.clips().counts().clips()).isZero();
            statement.executeUpdate("rollback");
            Sounds.add(catalogue, "a.wav");
        }
    }

    @Test
    void whatIsNoDatabaseIsRefusedAndLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Dear diary, ".repeat(1000));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CatalogueDamaged.class)
                .hasMessageContaining("not an Earmark catalogue");
        assertThat(file).hasContent("Dear diary, ".repeat(1000));
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndLeftAlone() throws Exception {
        Path file = folder.resolve("photos.db");
        try (Connection stranger = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = stranger.createStatement()) {
            statement.executeUpdate("create table photo (id integer primary key)");
        }
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CatalogueDamaged.class)
                .hasMessageContaining("not an Earmark catalogue");
        try (Connection stranger = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(number(stranger, "select count(*) from sqlite_schema")).isEqualTo(1);
        }
    }

    @Test
    void aDamagedCatalogueSaysSo() throws Exception {
        Path file = folder.resolve("catalogue.db");
        try (Catalogue catalogue = open(file)) {
            String[] many = new String[3000];
            for (int i = 0; i < many.length; i++) {
                many[i] = "file " + i + ".wav";
            }
            catalogue.scans().apply(catalogue.scans().openLibrary(Sounds.ROOT).id(), Sounds.added(Sounds.ROOT, many));
        }
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[16_384];
            Arrays.fill(noise, (byte) 0x5a);
            for (long at = 16_384; at < raw.length(); at += 16_384) {
                raw.seek(at);
                raw.write(noise);
            }
        }
        assertThatThrownBy(() -> {
                    try (Catalogue catalogue = open(file)) {
                        catalogue.clips().counts();
                    }
                })
                .isInstanceOf(CatalogueDamaged.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void aNewerSchemaIsRefusedWithASentence() throws Exception {
        Path file = folder.resolve("catalogue.db");
        try (Catalogue catalogue = open(file)) {
            catalogue.writer().run(c -> new SqlQuery(c, "pragma user_version = 99").update());
        }
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CatalogueTooNew.class)
                .hasMessageContaining("newer Earmark")
                .hasMessageContaining("update Earmark");
        assertThatThrownBy(() -> Catalogue.openForReading(file, Sounds.NAMES)).isInstanceOf(CatalogueTooNew.class);
    }

    @Test
    void severalReadersWorkWhileOneWrites() throws Exception {
        try (Catalogue catalogue = open(folder.resolve("catalogue.db"))) {
            AtomicBoolean writing = new AtomicBoolean(true);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                Callable<Integer> reader = () -> {
                    int reads = 0;
                    while (writing.get() || reads == 0) {
                        List<?> ids = catalogue.clips().matching(ClipFilter.ALL);
                        assertThat(ids.size() % 10).as("whole changes only").isZero();
                        catalogue.keywords().search("file 7", ClipFilter.ALL, 5);
                        reads++;
                    }
                    return reads;
                };
                List<Future<Integer>> readers = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    readers.add(threads.submit(reader));
                }
                for (int batch = 0; batch < 20; batch++) {
                    String[] names = new String[10];
                    for (int i = 0; i < 10; i++) {
                        names[i] = "file " + batch + " " + i + ".wav";
                    }
                    Sounds.add(catalogue, names);
                }
                writing.set(false);
                for (Future<Integer> r : readers) {
                    assertThat(r.get()).isPositive();
                }
            } finally {
                writing.set(false);
                threads.shutdown();
            }
        }
    }

    @Test
    void aReadInsideAReadDoesNotWaitForItself() {
        try (Catalogue catalogue = open(folder.resolve("catalogue.db"))) {
            Sounds.add(catalogue, "a.wav", "b.wav");
            List<Long> counts = new ArrayList<>();
            catalogue
                    .scans()
                    .knownFiles(
                            catalogue.clips().libraries().get(0).id(),
                            file -> counts.add(catalogue.clips().counts().clips()));
            assertThat(counts).containsExactly(2L, 2L);
        }
    }

    private static Catalogue open(Path file) {
        return Catalogue.open(file, Sounds.NAMES);
    }

    private static void limitPages(Connection c, long pages) throws SQLException {
        new SqlQuery(c, "pragma max_page_count = " + pages).each(row -> {});
    }

    private static long number(Connection c, String sql) throws SQLException {
        return new SqlQuery(c, sql).number();
    }
}
