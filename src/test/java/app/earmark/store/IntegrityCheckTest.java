package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.CatalogueCondition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrityCheckTest {

    @Test
    void itEndsWhenItsTimeIsUp(@TempDir Path folder) {
        int version = Migrations.bundled().newest();
        try (Catalogue catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES)) {
            Sounds.add(
                    catalogue,
                    IntStream.range(0, 5000)
                            .mapToObj(i -> "sound " + i + ".wav")
                            .toArray(String[]::new));
            assertThat(catalogue.condition(Duration.ofMinutes(5)))
                    .isEqualTo(new CatalogueCondition(version, Optional.of(true), Optional.empty()));
            assertThat(catalogue.condition(Duration.ZERO))
                    .isEqualTo(new CatalogueCondition(version, Optional.empty(), Optional.empty()));
            assertThat(catalogue.clips().libraries())
                    .as("the connection still works")
                    .hasSize(1);
        }
    }
}
