package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven thousand clips that all hold the same two words: too many to rank. */
class FrequentWordsTest {

    private static final int CLIPS = 7000;

    @TempDir
    static Path folder;

    private static Catalogue catalogue;
    private static ClipId bell;

    @BeforeAll
    static void fill() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            names.add((i < 6900 ? "Rain/" : "Dry/") + "stereo rain " + i + ".wav");
        }
        names.set(6500, "Rain/stereo rain bell.wav");
        catalogue
                .scans()
                .apply(
                        catalogue.scans().openLibrary(Sounds.ROOT).id(),
                        Sounds.added(Sounds.ROOT, names.toArray(String[]::new)));
        bell = catalogue
                .clips()
                .findByPath(Sounds.ROOT.resolve("Rain/stereo rain bell.wav"))
                .orElseThrow()
                .id();
    }

    @AfterAll
    static void close() {
        catalogue.close();
    }

    @Test
    void aWordThatEveryClipHoldsFindsAsManyAsWanted() {
        assertThat(search("rain", ClipFilter.ALL, 300)).hasSize(300);
        assertThat(search("stereo rain", ClipFilter.ALL, 300))
                .hasSize(300)
                .allSatisfy(hit -> assertThat(hit.matchedWords()).containsExactly("stereo", "rain"));
        assertThat(catalogue.keywords().count("rain", ClipFilter.ALL)).isEqualTo(CLIPS);
    }

    @Test
    void theRareWordDecidesAndTheFrequentOnesFillUp() {
        List<KeywordHit> hits = search("stereo bell rain", ClipFilter.ALL, 10);
        assertThat(hits).hasSize(10);
        assertThat(hits.get(0).clip()).isEqualTo(bell);
        assertThat(hits.get(0).score()).isGreaterThan(2 * hits.get(1).score());
    }

    @Test
    void aFilterThatLetsFewPassFindsThemAmongTheMany() {
        ClipFilter dry = ClipFilter.below(Sounds.ROOT.resolve("Dry"));
        assertThat(search("rain", dry, 300)).hasSize(100);
        ClipFilter wet = ClipFilter.below(Sounds.ROOT.resolve("Rain"));
        assertThat(search("bell", wet, 300)).hasSize(1);
        assertThat(search("rain", wet, 300)).hasSize(300);
        assertThat(catalogue.keywords().count("rain", dry)).isEqualTo(100);
    }

    @Test
    void asksOnlyAboutTheClipsItIsGiven() {
        List<ClipId> two = List.of(bell, new ClipId(bell.value() + 1));
        assertThat(catalogue.keywords().among("bell", two))
                .extracting(KeywordHit::clip)
                .containsExactly(bell);
        assertThat(catalogue.keywords().among("rain", two)).hasSize(2);
    }

    private static List<KeywordHit> search(String query, ClipFilter filter, int limit) {
        return catalogue.keywords().search(query, filter, limit);
    }
}
