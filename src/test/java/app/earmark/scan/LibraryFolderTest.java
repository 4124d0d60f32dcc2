package app.earmark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryFolderTest {

    @TempDir
    Path folder;

    @Test
    void aFolderWithSomethingInItIsInSight() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "");
        assertThat(LibraryFolder.diskInSight(folder)).isTrue();
    }

    @Test
    void anEmptyFolderMayBeAMountPointWithoutItsDisk() {
        assertThat(LibraryFolder.diskInSight(folder)).isFalse();
        assertThat(LibraryFolder.diskInSight(folder.resolve("library"))).isFalse();
    }

    @Test
    void aFolderThatWasRenamedIsGoneFromADiskInSight() throws IOException {
        Files.createDirectory(folder.resolve("new name"));
        assertThat(LibraryFolder.diskInSight(folder.resolve("old name"))).isTrue();
        assertThat(LibraryFolder.diskInSight(folder.resolve("old name/deep/below")))
                .isTrue();
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(
            strings = {
                "/",
                "/media",
                "/media/rosa",
                "/run/media",
                "/run/media/rosa",
                "/mnt",
                "/Volumes",
                "/run/user/1000/gvfs"
            })
    void whereDisksAppearSaysNothingOfADiskThatIsNotThere(String place) {
        assertThat(LibraryFolder.holdsDisks(Path.of(place))).isTrue();
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(strings = {"/home/rosa", "/media/rosa/DISK", "/mnt/disk", "/Volumes/DISK/Sounds", "/srv"})
    void otherPlacesHoldFolders(String place) {
        assertThat(LibraryFolder.holdsDisks(Path.of(place))).isFalse();
    }
}
