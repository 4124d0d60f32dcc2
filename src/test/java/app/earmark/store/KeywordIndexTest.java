package app.earmark.store;

import static app.earmark.store.Sounds.WAV;
import static app.earmark.store.Sounds.claim;
import static app.earmark.store.Sounds.probed;
import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordIndexTest {

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private List<ClipId> ids;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        ids = Sounds.add(
                catalogue,
                "DSGNDist_SUSTAIN-Bathtub Ringout_B00M_CICK.wav",
                "Doors/old wooden door creaks slowly.wav",
                "Doors/Trapdoor 03.flac",
                "Weather/Pluie légère sur toit.wav",
                "Weather/HeavyRain02.wav",
                "Rain/unnamed 7.wav",
                "雷の音.wav");
        catalogue
                .scans()
                .saveProbed(List.of(probed(
                        ids.get(5), WAV, Map.of("Description", "gravel footsteps"), claim("DOGBark", TagSource.FILE))));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @ParameterizedTest
    @CsvSource({
        "B00M_CICK, 0",
        "b00m, 0",
        "DSGNDist_SUSTAIN-Bathtub Ringout_B00M_CICK.wav, 0",
        "bathtub ring, 0",
        "athtu, 0",
        "sustain-bathtub, 0",
        "dsgn, 0",
        "creak, 1",
        "creaking wood, 1",
        "door, 1",
        "trapd, 2",
        "rapdoor, 2",
        "03, 2",
        "legere, 3",
        "LÉGÈRE, 3",
        "lege\u0300re, 3",
        "heavy rain, 4",
        "HeavyRain, 4",
        "footsteps, 5",
        "doGbArk, 5",
        "animals, 5",
        "animals-bark, 5",
        "雷, 6",
        "雷の音, 6",
    })
    void findsTheClipFirst(String query, int clip) {
        assertThat(search(query)).extracting(KeywordHit::clip).startsWith(ids.get(clip));
    }

    @Test
    void aWordInTheNameCountsMoreThanInAFolder() {
        assertThat(search("rain")).extracting(KeywordHit::clip).containsExactly(ids.get(4), ids.get(5));
    }

    @Test
    void aWholeWordComesBeforeAPartOfOne() {
        assertThat(search("door")).extracting(KeywordHit::clip).startsWith(ids.get(1), ids.get(2));
    }

    @Test
    void saysWhichWordsWereFoundAsTyped() {
        assertThat(search("Zebra WOODEN creaks")).first().satisfies(hit -> assertThat(hit.matchedWords())
                .containsExactly("WOODEN", "creaks"));
    }

    @Test
    void theNameItselfScoresOneAndEverythingElseLess() {
        assertThat(search("old wooden door creaks slowly").get(0).score()).isEqualTo(1.0);
        assertThat(search("old wooden door").get(0).score()).isStrictlyBetween(0.5, 1.0);
    }

    @Test
    void wordsWithoutMeaningFindNothingBesideOthers() {
        assertThat(search("the footsteps of a")).hasSize(1);
    }

    @Test
    void aQueryWithoutWordsFindsNothing() {
        assertThat(search("  -\"*()' ")).isEmpty();
        assertThat(search("")).isEmpty();
    }

    @Test
    void keepsToTheFilterAndTheLimit() {
        ClipFilter doors = ClipFilter.below(Sounds.ROOT.resolve("Doors"));
        assertThat(catalogue.keywords().search("rain door", doors, 10))
                .extracting(KeywordHit::clip)
                .containsExactlyInAnyOrder(ids.get(1), ids.get(2));
        assertThat(catalogue.keywords().search("rain door", ClipFilter.ALL, 1)).hasSize(1);
    }

    @Test
    void followsWhatAPersonSays() {
        catalogue.tags().hold(List.of(ids.get(6)), "thunder roll");
        assertThat(search("thunder")).extracting(KeywordHit::clip).containsExactly(ids.get(6));
        catalogue.tags().withdraw(List.of(ids.get(6)), "Thunder Roll");
        assertThat(search("thunder")).isEmpty();
    }

    private List<KeywordHit> search(String query) {
        return catalogue.keywords().search(query, ClipFilter.ALL, 20);
    }
}
