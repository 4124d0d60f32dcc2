package app.earmark.store;

import static app.earmark.store.Sounds.PACK;
import static app.earmark.store.Sounds.listened;
import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.PackId;
import app.earmark.library.WindowVector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCatalogTest {

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private final List<String> seen = new ArrayList<>();
    private final EmbeddingCatalog.Sink sink = new EmbeddingCatalog.Sink() {
        @Override
        public void accept(ClipId clip, Embedding embedding) {
            seen.add("+" + clip.value());
        }

        @Override
        public void removed(ClipId clip) {
            seen.add("-" + clip.value());
        }
    };

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void vectorsComeBackBitForBit() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        float[] joint = {0.1f, -1e-30f, Float.MIN_VALUE};
        float[] acoustic = {1f / 3, -0f};
        catalogue.scans().saveListened(List.of(listened(id, joint, acoustic)));
        Embedding found = catalogue.embeddings().find(id, PACK).orElseThrow();
        assertThat(found.joint()).containsExactly(joint);
        assertThat(found.acoustic()).containsExactly(acoustic);
        assertThat(catalogue.embeddings().find(id, new PackId("other", "1"))).isEmpty();
    }

    @Test
    void vectorsAreStoredLittleEndian() {
        assertThat(FloatBlobs.toBytes(new float[] {1f})).containsExactly(0, 0, 0x80, 0x3f);
    }

    @Test
    void aPackWithOneSpaceStoresItsVectorOnce() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        float[] both = {1, 0};
        catalogue.scans().saveListened(List.of(listened(id, both, both)));
        Embedding found = catalogue.embeddings().find(id, PACK).orElseThrow();
        assertThat(found.acoustic()).isSameAs(found.joint());
    }

    @Test
    void readingOnBringsOnlyWhatIsNew() {
        List<ClipId> ids = Sounds.add(catalogue, "a.wav", "b.wav", "c.wav");
        listen(ids.get(1));
        listen(ids.get(0));
        long version = catalogue.embeddings().readSince(PACK, 0, sink);
        assertThat(seen)
                .containsExactly("+" + ids.get(1).value(), "+" + ids.get(0).value());
        seen.clear();
        assertThat(catalogue.embeddings().readSince(PACK, version, sink)).isEqualTo(version);
        assertThat(seen).isEmpty();
        listen(ids.get(2));
        listen(ids.get(1));
        catalogue.scans().forget(List.of(ids.get(0)));
        version = catalogue.embeddings().readSince(PACK, version, sink);
        assertThat(seen)
                .containsExactly(
                        "-" + ids.get(0).value(),
                        "+" + ids.get(2).value(),
                        "+" + ids.get(1).value());
        seen.clear();
        catalogue.embeddings().readSince(new PackId("never", "met"), 0, sink);
        assertThat(seen).isEmpty();
        assertThat(catalogue.embeddings().count(PACK)).isEqualTo(2);
    }

    @Test
    void windowsComeBackWithTheirTimes() {
        List<ClipId> ids = Sounds.add(catalogue, "long.wav", "short.wav");
        List<WindowVector> windows = List.of(
                new WindowVector(0, 10, new float[] {1, 0}),
                new WindowVector(36_000.125, 4.7, new float[] {0.6f, -0.8f}));
        saveWindows(ids.get(0), windows);
        saveWindows(ids.get(1), List.of());
        assertThat(catalogue.embeddings().find(ids.get(0), PACK).orElseThrow().windows())
                .usingRecursiveComparison()
                .isEqualTo(windows);
        assertThat(catalogue.embeddings().findAll(ids, PACK).get(ids.get(0)).windows())
                .usingRecursiveComparison()
                .isEqualTo(windows);
        assertThat(catalogue.embeddings().find(ids.get(1), PACK).orElseThrow().windows())
                .isEmpty();
    }

    @Test
    void listeningAgainReplacesTheWindows() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        saveWindows(
                id, List.of(new WindowVector(0, 10, new float[] {1, 0}), new WindowVector(10, 10, new float[] {0, 1})));
        saveWindows(id, List.of());
        assertThat(catalogue.embeddings().find(id, PACK).orElseThrow().windows())
                .isEmpty();
    }

    @Test
    void coverageTellsPacksApartAndWhatIsThereFromWhatIsAway() {
        List<ClipId> ids = Sounds.add(catalogue, "a.wav", "b.wav", "c.wav");
        ids.forEach(this::listen);
        assertThat(catalogue.embeddings().coverage()).isEqualTo(Map.of(PACK, new EmbeddingCatalog.Coverage(3, 3)));
        PackId clap = new PackId("clap", "1");
        catalogue
                .scans()
                .saveListened(List.of(
                        Sounds.listened(ids.get(0), Sounds.STAMP, clap, new float[] {1, 2}, new float[] {1, 2})));
        catalogue
                .scans()
                .apply(
                        catalogue.scans().openLibrary(Sounds.ROOT).id(),
                        new ListingChanges(List.of(), List.of(), List.of(), List.of(ids.get(1)), List.of()));
        assertThat(catalogue.embeddings().coverage())
                .isEqualTo(
                        Map.of(PACK, new EmbeddingCatalog.Coverage(3, 2), clap, new EmbeddingCatalog.Coverage(1, 1)));
    }

    private void saveWindows(ClipId id, List<WindowVector> windows) {
        float[] vector = {1, 0};
        var clip = listened(id, vector, vector);
        catalogue
                .scans()
                .saveListened(List.of(new ListenedClip(
                        id,
                        clip.stamp(),
                        clip.state(),
                        PACK,
                        clip.facts(),
                        clip.contentHash(),
                        Optional.of(new Embedding(PACK, vector, vector, windows)),
                        clip.thumbnail(),
                        clip.playerPeaks(),
                        List.of(),
                        clip.vocabulary(),
                        Optional.empty())));
    }

    private void listen(ClipId id) {
        catalogue.scans().saveListened(List.of(listened(id, new float[] {1}, new float[] {1})));
    }
}
