package app.earmark.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnPresetsTest {

    @TempDir
    Path folder;

    private ColumnPresets presets() {
        return new ColumnPresets(folder.resolve("home/presets.json"));
    }

    @Test
    void ownPresetsAreThereTheNextTime() throws Exception {
        List<SheetColumn> columns =
                List.of(new SheetColumn("Filename"), new SheetColumn("Description", "Beschreibung"));
        presets().save("  Für Tokio ", columns);

        assertThat(presets().find("für tokio")).get().satisfies(preset -> {
            assertThat(preset.name()).isEqualTo("Für Tokio");
            assertThat(preset.columns()).isEqualTo(columns);
            assertThat(preset.builtIn()).isFalse();
        });
    }

    @Test
    void theLaterOfOneNameCounts() throws Exception {
        presets().save("Mine", List.of(new SheetColumn("Filename")));
        presets().save("MINE", List.of(new SheetColumn("Notes")));

        assertThat(presets().all())
                .filteredOn(preset -> !preset.builtIn())
                .singleElement()
                .satisfies(preset -> assertThat(preset.columns()).containsExactly(new SheetColumn("Notes")));
        assertThat(presets().remove("mine")).isTrue();
        assertThat(presets().remove("mine")).isFalse();
    }

    @Test
    void thoseThatComeWithEarmarkStay() {
        assertThatThrownBy(() -> presets().save("soundminer-style", List.of(new SheetColumn("Filename"))))
                .isInstanceOf(SheetFailure.class)
                .hasMessageContaining("choose another name");
    }

    @Test
    void aProgramsNameFindsItsPreset() throws Exception {
        assertThat(presets().find("Soundminer"))
                .get()
                .extracting(ColumnPreset::name)
                .isEqualTo("Soundminer-style");
        assertThat(presets().find("nothing")).isEmpty();
    }

    @Test
    void aDamagedFileIsNamedAndKept() throws Exception {
        Path file = Files.createDirectories(folder.resolve("home")).resolve("presets.json");
        Files.writeString(file, "{\"Mine\": ");
        assertThatThrownBy(() -> presets().save("Other", List.of(new SheetColumn("Filename"))))
                .isInstanceOf(SheetFailure.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("{\"Mine\": ");
    }

    @Test
    void columnsAreKnownInAnySpelling() {
        assertThat(SheetColumn.parse("cat id")).contains(new SheetColumn("CatID"));
        assertThat(SheetColumn.parse("Path name = filepath")).contains(new SheetColumn("FilePath", "Path name"));
        assertThat(SheetColumn.parse("Nonsense")).isEmpty();
    }
}
