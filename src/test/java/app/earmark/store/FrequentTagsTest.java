package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import app.earmark.library.TagChange;
import app.earmark.library.TagVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags that thousands of clips have, of which the best few must be found all the same. */
class FrequentTagsTest {

    private static final int CLIPS = 7000;

    @TempDir
    static Path folder;

    private static Catalogue catalogue;
    private static List<ClipId> ids;

    /** All hold "everywhere", a third "sword", another third "clang", three "clang" in the name and "sword" in a tag. */
    @BeforeAll
    static void fill() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            names.add((i < 6900 ? "Wet/" : "Dry/") + (i % 2000 == 1500 ? "clang " : "stereo ") + i + ".wav");
        }
        ids = Sounds.add(catalogue, names.toArray(String[]::new));
        List<TagChange> tags = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            tags.add(new TagChange(ids.get(i), "everywhere", Optional.of(TagVerdict.HOLDS)));
            if (i % 2000 == 1500 || i % 3 == 0) {
                tags.add(new TagChange(ids.get(i), "sword", Optional.of(TagVerdict.HOLDS)));
            } else if (i % 3 == 1) {
                tags.add(new TagChange(ids.get(i), "clang", Optional.of(TagVerdict.HOLDS)));
            }
        }
        catalogue.journal().apply("Tag", tags, List.of());
    }

    @AfterAll
    static void close() {
        catalogue.close();
    }

    @Test
    void aTagThatEveryClipHasFindsAsManyAsWanted() {
        assertThat(search("everywhere", ClipFilter.ALL, 300)).hasSize(300);
        assertThat(search("verywher", ClipFilter.ALL, 300)).hasSize(300);
        assertThat(catalogue.keywords().count("everywhere", ClipFilter.ALL)).isEqualTo(CLIPS);
        assertThat(catalogue.keywords().count("verywher", ClipFilter.ALL)).isEqualTo(CLIPS);
    }

    @Test
    void aClipWithOneWordInItsNameAndTheOtherInATagComesFirst() {
        assertThat(search("sword clang", ClipFilter.ALL, 3))
                .extracting(KeywordHit::clip)
                .containsExactly(ids.get(1500), ids.get(3500), ids.get(5500));
    }

    @Test
    void soItDoesBesideATagThatEveryClipHas() {
        assertThat(search("everywhere clang sword", ClipFilter.ALL, 3))
                .extracting(KeywordHit::clip)
                .containsExactly(ids.get(1500), ids.get(3500), ids.get(5500));
        assertThat(search("everywhere stereo", ClipFilter.ALL, 300))
                .hasSize(300)
                .allSatisfy(hit -> assertThat(hit.matchedWords()).containsExactly("everywhere", "stereo"));
    }

    @Test
    void aFilterThatLetsFewPassFindsThemAmongTheMany() {
        ClipFilter wet = ClipFilter.below(Sounds.ROOT.resolve("Wet"));
        ClipFilter dry = ClipFilter.below(Sounds.ROOT.resolve("Dry"));
        assertThat(search("everywhere", dry, 300)).hasSize(100);
        assertThat(search("everywhere", wet, 300)).hasSize(300);
        assertThat(catalogue.keywords().count("everywhere", dry)).isEqualTo(100);
        assertThat(search("clang sword", wet, 3))
                .extracting(KeywordHit::clip)
                .containsExactly(ids.get(1500), ids.get(3500), ids.get(5500));
    }

    private static List<KeywordHit> search(String query, ClipFilter filter, int limit) {
        return catalogue.keywords().search(query, filter, limit);
    }
}
