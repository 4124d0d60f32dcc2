package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.CatalogueBusy;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private static final String ONE = "create table note (text text); insert into note values ('one; two');"
            + "create trigger t after insert on note begin select 1; end;";
    private static final String TWO = "alter table note add column size integer; update note set size = length(text);";

    @TempDir
    Path folder;

    @Test
    void anOlderCatalogueIsBackedUpThenMigrated() throws SQLException {
        Path file = folder.resolve("catalogue.db");
        migrate(file, ONE);
        migrate(file, ONE, TWO);
        Path backup = folder.resolve("catalogue.db.version-1.bak");
        assertThat(backup).exists();
        assertThat(read(file, "select size from note")).isEqualTo(8);
        assertThat(read(file, "pragma user_version")).isEqualTo(2);
        assertThat(read(backup, "pragma user_version")).isEqualTo(1);
        assertThat(read(backup, "select count(*) from note")).isEqualTo(1);
    }

    @Test
    void aCatalogueFromBeforeWindowsKeepsItsVectors() throws Exception {
        Path file = folder.resolve("catalogue.db");
        migrate(file, script("001-catalogue.sql"), script("002-vocabulary.sql"));
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            new SqlQuery(c, "insert into library (id, root, name) values (1, '/sounds', 'sounds')").update();
            new SqlQuery(
                            c,
                            "insert into clip (id, library, path, size_bytes, modified_millis, state)"
                                    + " values (7, 1, '/sounds/a.wav', 1, 1, 'EMBEDDED')")
                    .update();
            new SqlQuery(c, "insert into pack (id, name) values (1, ?)", Sounds.PACK.toString()).update();
            new SqlQuery(
                            c,
                            "insert into embedding (version, clip, pack, joint) values (1, 7, 1, ?)",
                            FloatBlobs.toBytes(new float[] {0.5f, -1}))
                    .update();
        }
        try (Catalogue catalogue = Catalogue.open(file, Sounds.NAMES)) {
            var found = catalogue.embeddings().find(new ClipId(7), Sounds.PACK).orElseThrow();
            assertThat(found.joint()).containsExactly(0.5f, -1);
            assertThat(found.windows()).isEmpty();
        }
        Path backup = folder.resolve("catalogue.db.version-2.bak");
        assertThat(read(backup, "pragma user_version")).isEqualTo(2);
        assertThat(read(backup, "select count(*) from embedding")).isEqualTo(1);
        assertThat(read(file, "pragma user_version"))
                .isEqualTo(Migrations.bundled().newest());
    }

    @Test
    void wordsOfTagsAreStillFoundInACatalogueFromBeforeTheyLeftTheTextIndex() throws Exception {
        Path file = folder.resolve("catalogue.db");
        migrate(file, script("001-catalogue.sql"), script("002-vocabulary.sql"), script("003-windows.sql"));
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String sql : List.of(
                    "insert into library (id, root, name) values (1, '/sounds', 'sounds')",
                    "insert into clip (id, library, path, size_bytes, modified_millis) values (7, 1, '/sounds/a.wav', 1, 1)",
                    "insert into tag_claim (clip, source, label_key, label, asserted)"
                            + " values (7, 'person', 'thunder roll', 'Thunder Roll', 1)",
                    "insert into clip_tag (clip, label_key, label, source) values (7, 'thunder roll', 'Thunder Roll', 'person')",
                    "insert into clip_text (clip, name, tags, fields, path) values (7, 'a', 'thunder roll', 'gravel', 'sounds wav')")) {
                new SqlQuery(c, sql).update();
            }
        }
        try (Catalogue catalogue = Catalogue.open(file, Sounds.NAMES)) {
            for (String word : List.of("thunder", "hund", "gravel", "rave", "sounds")) {
                assertThat(catalogue.keywords().search(word, ClipFilter.ALL, 9))
                        .as(word)
                        .extracting(KeywordHit::clip)
                        .containsExactly(new ClipId(7));
            }
        }
    }

    private static String script(String name) throws Exception {
        try (var in = MigrationsTest.class.getResourceAsStream("migrations/" + name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void anEarlierBackupIsNotOverwritten() throws Exception {
        Path file = folder.resolve("catalogue.db");
        migrate(file, ONE);
        Files.writeString(folder.resolve("catalogue.db.version-1.bak"), "precious");
        migrate(file, ONE, TWO);
        assertThat(folder.resolve("catalogue.db.version-1.bak")).hasContent("precious");
        assertThat(read(folder.resolve("catalogue.db.version-1-2.bak"), "pragma user_version"))
                .isEqualTo(1);
    }

    @Test
    void aMigrationThatFailsHalfwayChangesNothing() throws SQLException {
        Path file = folder.resolve("catalogue.db");
        migrate(file, ONE);
        assertThatThrownBy(() -> migrate(file, ONE, TWO + "insert into nowhere values (1);"))
                .isInstanceOf(CatalogueUnavailable.class);
        assertThat(read(file, "pragma user_version")).isEqualTo(1);
        assertThat(read(file, "select count(*) from pragma_table_info('note')")).isEqualTo(1);
    }

    @Test
    void aCatalogueThatIsUpToDateIsNotBackedUp() throws Exception {
        Path file = folder.resolve("catalogue.db");
        migrate(file, ONE);
        migrate(file, ONE);
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(name -> name.endsWith(".bak"));
        }
    }

    @Test
    void anOlderCatalogueInUseByAnotherIsNotMigratedUnderIt() throws Exception {
        Path file = folder.resolve("catalogue.db");
        try (Closing owner = new Closing(OpenedCatalogue.owning(file, new Migrations(List.of(ONE))))) {
            assertThat(owner.opened.notice()).isEmpty();
            assertThatThrownBy(() -> OpenedCatalogue.owning(file, new Migrations(List.of(ONE, TWO))))
                    .isInstanceOf(CatalogueBusy.class)
                    .hasMessageContaining("older Earmark");
        }
    }

    private record Closing(OpenedCatalogue opened) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            opened.close();
        }
    }

    private static void migrate(Path file, String... scripts) throws SQLException {
        OpenedCatalogue.owning(file, new Migrations(List.of(scripts))).close();
    }

    private static long read(Path file, String sql) throws SQLException {
        try (Connection c = new CatalogueFile(file).openReader()) {
            return new SqlQuery(c, sql).number();
        }
    }
}
