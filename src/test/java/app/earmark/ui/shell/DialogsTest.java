package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogsTest {

    @TempDir
    Path folder;

    @Test
    void aSheetGetsTheExtensionOfTheKindChosen() {
        assertThat(named("sheet", ".xlsx")).isEqualTo("sheet.xlsx");
        assertThat(named("earmark.csv", ".xlsx")).isEqualTo("earmark.xlsx");
        assertThat(named("earmark.csv", ".csv")).isEqualTo("earmark.csv");
    }

    @Test
    void anExtensionThatWasTypedStays() {
        assertThat(named("sheet.json", ".csv")).isEqualTo("sheet.json");
        assertThat(named("sheet.json", ".xlsx")).isEqualTo("sheet.json");
    }

    @Test
    void aNameNobodyWasAskedAboutOverwritesNothing() throws IOException {
        Files.createFile(folder.resolve("earmark.xlsx"));
        Files.createFile(folder.resolve("sheet.csv"));

        assertThat(named("earmark.csv", ".xlsx")).isEqualTo("earmark 2.xlsx");
        assertThat(named("sheet.csv", ".csv")).as("the dialogue asked").isEqualTo("sheet.csv");
    }

    private String named(String typed, String extension) {
        File file = Dialogs.named(folder.resolve(typed).toFile(), extension);
        assertThat(file.getParentFile()).isEqualTo(folder.toFile());
        return file.getName();
    }
}
