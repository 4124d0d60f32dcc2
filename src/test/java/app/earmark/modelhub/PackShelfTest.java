package app.earmark.modelhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.TinyPack;
import app.earmark.embed.UnusablePack;
import app.earmark.library.PackId;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackShelfTest {

    private static final PackId TINY = new PackId("tiny", "0.1");

    @TempDir
    Path folder;

    @Test
    void withoutImportedPacksThereIsTheBundledOne() throws UnusablePack {
        PackShelf shelf = new PackShelf(folder.resolve("none"));

        assertThat(shelf.contents().unusable()).isEmpty();
        assertThat(shelf.contents().packs()).singleElement().satisfies(pack -> {
            assertThat(pack.bundled()).isTrue();
            assertThat(pack.description().packId().id()).isEqualTo("starter");
            assertThat(pack.sizeBytes()).isGreaterThan(25_000_000);
        });
        assertThat(shelf.inUse()).isEqualTo(shelf.contents().packs().get(0));
    }

    @Test
    void anImportedPackIsListedAndCanBePutToUse() throws UnusablePack {
        TinyPack.copyTo(folder.resolve("my tiny pack"));
        PackShelf shelf = new PackShelf(folder);

        assertThat(shelf.contents().packs()).hasSize(2);
        assertThat(shelf.inUse().bundled()).isTrue();

        shelf.use(TINY);

        assertThat(new PackShelf(folder).inUse().description().packId()).isEqualTo(TINY);
        try (OnnxModelPack pack = new PackShelf(folder).open()) {
            assertThat(pack.id()).isEqualTo(TINY);
        }
    }

    @Test
    void packsWhoseNamesReadAlikeStandSideBySide() throws Exception {
        PackShelf shelf = new PackShelf(folder.resolve("packs"));
        for (String name : new String[] {"a@b-c", "a-b@c"}) {
            Path draft = TinyPack.copyTo(folder.resolve("packs/.half/" + name));
            TinyPack.edit(draft, "\"id\": \"tiny\"", "\"id\": \"" + name.split("@")[0] + "\"");
            TinyPack.edit(draft, "\"version\": \"0.1\"", "\"version\": \"" + name.split("@")[1] + "\"");
            shelf.add(draft);
        }

        assertThat(shelf.contents().packs())
                .extracting(pack -> pack.description().packId().toString())
                .containsExactlyInAnyOrder("starter@1.0.0", "a@b-c", "a-b@c");
    }

    @Test
    void theBundledPackCanBeTakenBack() throws UnusablePack {
        TinyPack.copyTo(folder.resolve("tiny"));
        PackShelf shelf = new PackShelf(folder);
        PackId bundled = shelf.inUse().description().packId();

        shelf.use(TINY);
        shelf.use(bundled);

        assertThat(shelf.inUse().bundled()).isTrue();
    }

    @Test
    void whatIsNoPackIsNamedAndDoesNotHideTheOthers() throws Exception {
        Files.createDirectories(folder.resolve("a holiday"));
        TinyPack.edit(TinyPack.copyTo(folder.resolve("b newer")), "\"schema\": 1", "\"schema\": 7");
        TinyPack.copyTo(folder.resolve("c tiny"));
        TinyPack.copyTo(folder.resolve("d tiny again"));
        Files.writeString(folder.resolve("readme.txt"), "not a pack");

        PackShelf.Contents contents = new PackShelf(folder).contents();

        assertThat(contents.packs()).hasSize(2);
        assertThat(contents.unusable()).hasSize(3);
        assertThat(contents.unusable().get(0).why()).contains("a holiday");
        assertThat(contents.unusable().get(1).why()).contains("b newer").contains("update Earmark");
        assertThat(contents.unusable().get(2).why()).contains("d tiny again").contains("tiny@0.1");
    }

    @Test
    void aFolderThatHoldsNoUsablePackCanBeRemovedEvenIfItWasChosen() throws Exception {
        Path broken = TinyPack.copyTo(folder.resolve("tiny-0.1"));
        PackShelf shelf = new PackShelf(folder);
        shelf.use(TINY);
        Files.writeString(broken.resolve("pack.json"), "{");

        long freed = shelf.remove(shelf.contents().unusable().get(0));

        assertThat(broken).doesNotExist();
        assertThat(freed).isPositive();
        assertThat(shelf.inUse().bundled()).isTrue();
    }

    @Test
    void removingSuchAFolderLeavesTheChoiceOfAnotherPack() throws Exception {
        TinyPack.copyTo(folder.resolve("tiny-0.1"));
        Files.createDirectories(folder.resolve("holiday"));
        PackShelf shelf = new PackShelf(folder);
        shelf.use(TINY);

        shelf.remove(shelf.contents().unusable().get(0));

        assertThat(shelf.inUse().description().packId()).isEqualTo(TINY);
    }

    @Test
    void aChosenPackThatIsGoneIsNotSilentlyReplaced() throws IOException, UnusablePack {
        Path pack = TinyPack.copyTo(folder.resolve("tiny"));
        PackShelf shelf = new PackShelf(folder);
        shelf.use(TINY);
        Files.delete(pack.resolve("pack.json"));

        assertThatThrownBy(shelf::open)
                .isInstanceOf(UnusablePack.class)
                .hasMessageContaining("tiny@0.1")
                .hasMessageContaining("bundled one");
    }

    @Test
    void aPackThatIsNotThereCanNotBePutToUse() {
        assertThatThrownBy(() -> new PackShelf(folder).use(new PackId("clap", "1")))
                .isInstanceOf(UnusablePack.class)
                .hasMessageContaining("clap@1");
    }

    @Test
    void aSpoiltChoiceSaysWhatToDelete() throws IOException {
        Files.writeString(folder.resolve("in-use"), "nonsense");

        assertThatThrownBy(() -> new PackShelf(folder).inUse())
                .isInstanceOf(UnusablePack.class)
                .hasMessageContaining(folder.resolve("in-use").toString());
    }

    @Test
    void aRemovedPackIsGoneAndTheBundledOneIsInUseAgain() throws Exception {
        TinyPack.copyTo(folder.resolve("tiny"));
        PackShelf shelf = new PackShelf(folder);
        shelf.use(TINY);
        assertThat(shelf.isInUse(TINY)).isTrue();

        assertThat(shelf.remove(TINY)).isPositive();

        assertThat(folder).isEmptyDirectory();
        assertThat(shelf.inUse().bundled()).isTrue();
        assertThat(shelf.isInUse(TINY)).isFalse();
    }

    @Test
    void theBundledPackIsNotRemoved() throws UnusablePack {
        PackShelf shelf = new PackShelf(folder);
        PackId bundled = shelf.inUse().description().packId();

        assertThatThrownBy(() -> shelf.remove(bundled))
                .isInstanceOf(UnusablePack.class)
                .hasMessageContaining("part of Earmark");
    }

    @Test
    void verifyingFindsWhatChangedAndWhatIsGone() throws Exception {
        Path pack = TinyPack.copyTo(folder.resolve("tiny"));
        PackShelf shelf = new PackShelf(folder);
        for (ShelvedPack each : shelf.contents().packs()) {
            assertThat(PackVerification.of(each, Progress.NONE).isWhole()).isTrue();
        }
        ShelvedPack tiny = shelf.contents().packs().get(1);
        byte[] audio = Files.readAllBytes(pack.resolve("audio.onnx"));
        audio[20] ^= 1;
        Files.write(pack.resolve("audio.onnx"), audio);
        assertThat(PackVerification.of(tiny, Progress.NONE).damaged()).containsExactly("audio.onnx");

        Files.delete(pack.resolve("audio.onnx"));
        assertThat(PackVerification.of(tiny, Progress.NONE).missing()).containsExactly("audio.onnx");
    }
}
