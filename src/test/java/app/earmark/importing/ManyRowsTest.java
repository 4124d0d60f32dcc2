package app.earmark.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More rows than are compared at a time. */
class ManyRowsTest {

    private static final int CLIPS = 1_205;

    @TempDir
    Path folder;

    private SheetLibrary library;

    @BeforeEach
    void open() {
        library = new SheetLibrary(folder);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void everyRowCountsOnceAndForItsOwnSound() throws Exception {
        List<ClipId> clips = library.addAll(CLIPS);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            rows.add(i + ".wav,note of " + i);
        }

        ImportPlan plan = library.take(library.sheet("s.csv", "Filename,Notes\n" + String.join("\n", rows) + "\n"));

        assertThat(plan.rows()).isEqualTo(CLIPS);
        assertThat(plan.matchedRows()).isEqualTo(CLIPS);
        assertThat(plan.changes().stream().map(ClipChange::row).collect(Collectors.toSet()))
                .hasSize(CLIPS);
        for (int i = 0; i < CLIPS; i += 43) {
            assertThat(library.field(clips.get(i), "Notes")).isEqualTo("note of " + i);
        }
    }
}
