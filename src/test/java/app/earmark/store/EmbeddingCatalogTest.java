package app.earmark.store;

import static app.earmark.store.Sounds.PACK;
import static app.earmark.store.Sounds.listened;
import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private void listen(ClipId id) {
        catalogue.scans().saveListened(List.of(listened(id, new float[] {1}, new float[] {1})));
    }
}
