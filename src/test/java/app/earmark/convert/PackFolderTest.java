package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFolderTest {

    @TempDir
    Path temp;

    @Test
    void isNotInItsPlaceBeforeItIsComplete() throws Exception {
        Path place = temp.resolve("packs/one");
        try (PackFolder pack = PackFolder.at(place, 10)) {
            write(pack, "a", "abc");
            assertThat(place).doesNotExist();
            pack.complete();
        }
        assertThat(place.resolve("a")).hasContent("abc");
        assertThat(place.getParent().toFile().list()).containsExactly("one");
    }

    @Test
    void leavesNothingIfItIsNotCompleted() throws Exception {
        try (PackFolder pack = PackFolder.at(temp.resolve("packs/one"), 10)) {
            write(pack, "a", "abc");
        }
        assertThat(temp.resolve("packs")).isEmptyDirectory();
    }

    @Test
    void knowsDigestsAndSizeOfItsFiles() throws Exception {
        try (PackFolder pack = PackFolder.at(temp.resolve("one"), 10)) {
            write(pack, "b", "");
            write(pack, "a", "abc");
            assertThat(pack.bytes()).isEqualTo(3);
            // FIPS 180-4, and the digest of nothing
            assertThat(pack.sha256())
                    .containsEntry("a", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                    .containsEntry("b", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        }
    }

    @Test
    void saysHowMuchRoomIsMissingBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> PackFolder.at(temp.resolve("one"), 1L << 60))
                .isInstanceOf(UnwritablePack.class)
                .hasMessageContainingAll("needs 1152921504607 MB", temp.toString(), "MB are free");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aPlaceBelowAFileIsRefusedInASentence() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> PackFolder.at(file.resolve("one"), 10))
                .isInstanceOf(UnwritablePack.class)
                .hasMessageContaining(file.toString());
    }

    private static void write(PackFolder pack, String name, String content) throws IOException {
        try (OutputStream out = pack.file(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
