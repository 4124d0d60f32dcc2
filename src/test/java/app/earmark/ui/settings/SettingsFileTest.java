package app.earmark.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void whatWasSetIsThereNextTime() {
        SettingsFile file = new SettingsFile(folder.resolve("new/settings"));
        Settings settings = file.load();
        settings.set("theme", "dark");
        settings.set("folder", "/Geräusche/雨");
        settings.set("player.volume", 0.4);
        file.save(settings);

        Settings again = file.load();

        assertThat(again.text("theme", "")).isEqualTo("dark");
        assertThat(again.text("folder", "")).isEqualTo("/Geräusche/雨");
        assertThat(again.number("player.volume", 1)).isEqualTo(0.4);
    }

    @Test
    void damagedEntriesAndFilesFallBackToDefaults() throws IOException {
        Path path = folder.resolve("settings");
        Files.writeString(path, "player.volume=loud\nwindow.width=NaN\nbroken=\\u12");

        Settings settings = new SettingsFile(path).load();

        assertThat(settings.number("player.volume", 0.8)).isEqualTo(0.8);
        assertThat(settings.number("window.width", 1280)).isEqualTo(1280);
        assertThat(settings.flag("player.loop", true)).isTrue();
    }

    @Test
    void onlyRealChangesAreTold() {
        Settings settings = new Settings();
        AtomicInteger changes = new AtomicInteger();
        settings.onChange(changes::incrementAndGet);

        settings.set("theme", "dark");
        settings.set("theme", "dark");

        assertThat(changes).hasValue(1);
    }
}
