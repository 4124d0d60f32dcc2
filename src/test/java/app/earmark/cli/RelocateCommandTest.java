package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that comes back under another name, and a backup that is no move. */
class RelocateCommandTest {

    @TempDir
    Path folder;

    private Path old;
    private Path backup;

    @BeforeEach
    void scanALibraryAndTagIt() throws IOException {
        old = folder.resolve("disk/lib");
        backup = folder.resolve("backup/lib");
        for (String name : new String[] {"a.wav", "b/c.wav"}) {
            Tones.sineFile(old.resolve(name), 300 + name.length(), 0.2, 44_100);
            Files.createDirectories(backup.resolve(name).getParent());
            Files.copy(old.resolve(name), backup.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        assertThat(run("scan", old).exitCode()).isZero();
        assertThat(run("tags", "add", old.resolve("a.wav"), "my word").exitCode())
                .isZero();
    }

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private Path unplug() throws IOException {
        return Files.move(old, folder.resolve("drawer"));
    }

    @Test
    void aBackupScannedWhileTheLibraryIsAwayLeavesItsTagsAlone() throws IOException {
        Path drawer = unplug();
        CliRun scan = run("scan", backup, "--json");
        assertThat(scan.exitCode()).isZero();
        assertThat(scan.json().get("embedded").getAsInt()).isEqualTo(2);
        assertThat(scan.err()).contains("earmark relocate " + old + " " + backup);
        assertThat(run("tags", "list", old.resolve("a.wav")).out()).contains("my word");
        assertThat(run("tags", "list", backup.resolve("a.wav")).out()).doesNotContain("my word");

        Files.move(drawer, old);
        JsonObject rescan = run("scan", old, "--json").json();
        assertThat(rescan.get("unchanged").getAsInt()).isEqualTo(2);
    }

    @Test
    void aRelocatedLibraryKeepsTagsAndIsNotListenedToAgain() throws IOException {
        Path drawer = unplug();
        CliRun moved = run("relocate", old, drawer, "--json");
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(moved.json().toString())
                .isEqualTo("{\"clips\":2,\"found\":2,\"libraries\":[{\"from\":\"" + old + "\",\"to\":\"" + drawer
                        + "\"}]}");
        assertThat(run("tags", "list", drawer.resolve("a.wav")).out()).contains("my word");
        JsonObject rescan = run("scan", drawer, "--json").json();
        assertThat(rescan.get("embedded").getAsInt()).isZero();
        assertThat(rescan.get("unchanged").getAsInt()).isEqualTo(2);
    }

    @Test
    void relocatingAfterTheNewPlaceWasScannedBringsTheTagsAlong() throws IOException {
        unplug();
        run("scan", backup);
        assertThat(run("relocate", old, backup).exitCode()).isZero();
        assertThat(run("tags", "list", backup.resolve("a.wav")).out()).contains("my word");
        assertThat(run("libraries", "--json").json().getAsJsonArray("libraries"))
                .hasSize(1);
    }

    @Test
    void aFolderAboveTheLibraryTakesItAlong() throws IOException {
        unplug();
        CliRun moved = run("relocate", folder.resolve("disk"), folder.resolve("backup"));
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(moved.out()).contains(old + " is now " + backup);
    }

    @Test
    void whatIsStillThereOrNotAtTheNewPlaceNeedsAConfirmation() throws IOException {
        CliRun still = run("relocate", old, backup);
        assertThat(still.exitCode()).isEqualTo(4);
        assertThat(still.err()).contains(old + " is still there", "--yes");
        unplug();
        Path empty = Files.createDirectories(folder.resolve("empty"));
        CliRun few = run("relocate", old, empty);
        assertThat(few.exitCode()).isEqualTo(4);
        assertThat(few.err()).contains("Only 0 of 2 sounds");
        assertThat(run("tags", "list", old.resolve("a.wav")).exitCode()).isZero();
        assertThat(run("relocate", old, empty, "--yes").exitCode()).isZero();
    }

    @Test
    void whatIsNoLibraryAndWhatIsNoFolderIsNotFound() {
        assertThat(run("relocate", folder.resolve("x"), backup).exitCode()).isEqualTo(3);
        CliRun nowhere = run("relocate", old, folder.resolve("y"));
        assertThat(nowhere.exitCode()).isEqualTo(3);
        assertThat(nowhere.err()).contains("There is no folder " + folder.resolve("y"));
    }
}
