package app.earmark.store;

import static app.earmark.store.Sounds.PACK;
import static app.earmark.store.Sounds.VOCABULARY;
import static app.earmark.store.Sounds.guess;
import static app.earmark.store.Sounds.listened;
import static app.earmark.store.Sounds.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.Guess;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.TagTask;
import app.earmark.library.ScanCatalog.TaggedClip;
import app.earmark.library.Tag;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggingWritesTest {

    private static final String SECOND = "second";
    private static final float[] VECTOR = {1};

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private ClipId a;
    private ClipId b;

    @BeforeEach
    void listenToTwo() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        List<ClipId> ids = Sounds.add(catalogue, "a.wav", "b.wav", "never heard.wav");
        a = ids.get(0);
        b = ids.get(1);
        catalogue.scans().saveListened(List.of(listened(a, VECTOR, VECTOR, model("DOGBark", .9))));
        catalogue
                .scans()
                .saveListened(List.of(listened(b, VECTOR, VECTOR, model("DOORCreak", .7), guess("sword", .3))));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void theCategoryFollowsTheScoresEvenWhereTheTagsStay() {
        catalogue
                .scans()
                .saveListened(List.of(listened(a, VECTOR, VECTOR, model("DOORCreak", .9), model("RAINVegt", .5))));
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withCategories(Set.of("DOORS"))))
                .containsExactly(a, b);
        catalogue
                .scans()
                .saveListened(List.of(listened(a, VECTOR, VECTOR, model("DOORCreak", .5), model("RAINVegt", .9))));
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withCategories(Set.of("DOORS"))))
                .containsExactly(b);
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withCategories(Set.of("RAIN"))))
                .containsExactly(a);
    }

    @Test
    void handsOutEveryClipWhoseClaimsAreOfAnotherVocabularyUntilTheyAreSaved() {
        assertThat(due(VOCABULARY)).isEmpty();
        List<TagTask> tasks = due(SECOND);
        assertThat(tasks).extracting(TagTask::id).containsExactly(a, b);
        save(new TaggedClip(tasks.get(0), List.of(model("DOGBark", .9))));
        assertThat(due(SECOND)).containsExactly(tasks.get(1));
        assertThat(due(VOCABULARY)).containsExactly(tasks.get(0));
        assertThat(catalogue.scans().awaitingTagging(new PackId("clap", "1"), SECOND))
                .isEmpty();
    }

    @Test
    void handsOutClipsOfACatalogueOlderThanVocabularies() throws Exception {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalogue.db"))) {
            new SqlQuery(c, "update listening set vocabulary = null").update();
        }
        assertThat(due(SECOND)).hasSize(2);
        assertThat(due(VOCABULARY)).hasSize(2);
    }

    @Test
    void replacesTheModelsClaimsAndWhatFollowsFromThem() {
        save(new TaggedClip(due(SECOND).get(1), List.of(model("sword", .8), guess("DOORCreak", .4))));
        assertThat(catalogue.clips().tagsOf(b).tags()).extracting(Tag::label).containsExactly("sword");
        assertThat(catalogue.clips().tagsOf(b).guesses())
                .extracting(Guess::label)
                .containsExactly("DOORCreak");
        assertThat(catalogue.clips().counts().byCategory()).isEqualTo(Map.of("ANIMALS", 1L));
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withTags(Set.of("sword"))))
                .containsExactly(b);
    }

    @Test
    void leavesWhatPersonsFilesAndNamesSay() {
        catalogue.tags().reject(List.of(b), "sword");
        catalogue.tags().hold(List.of(b), "RAINVegt");
        save(new TaggedClip(due(SECOND).get(1), List.of(model("sword", .8))));
        assertThat(catalogue.clips().tagsOf(b).tags())
                .containsExactly(new Tag("RAINVegt", "RAIN-egt", OptionalDouble.empty(), TagSource.PERSON));
        assertThat(catalogue.clips().tagsOf(b).rejected()).containsExactly("sword");
    }

    @Test
    void passesOverAClipThatWasListenedToAgainInTheMeantime() {
        TagTask old = due(SECOND).get(0);
        catalogue.scans().saveListened(List.of(listened(a, VECTOR, VECTOR, model("RAINVegt", .9))));
        save(new TaggedClip(old, List.of(model("DOGBark", .9))));
        assertThat(catalogue.clips().tagsOf(a).tags()).extracting(Tag::label).containsExactly("RAINVegt");
        assertThat(due(SECOND)).extracting(TagTask::id).contains(a);
    }

    @Test
    void aPackThatIsChosenAgainHasTheWordAgain() {
        PackId clap = new PackId("clap", "1");
        catalogue.scans().saveListened(List.of(listened(a, Sounds.STAMP, clap, VECTOR, VECTOR, model("RAINVegt", .9))));
        assertThat(labels(a)).containsExactly("RAINVegt");
        List<TagTask> tasks = due(VOCABULARY);
        assertThat(tasks).extracting(TagTask::id).containsExactly(a);
        assertThat(catalogue.scans().awaitingTagging(clap, VOCABULARY)).isEmpty();

        catalogue
                .scans()
                .saveModelClaims(
                        PACK, VOCABULARY, List.of(new TaggedClip(tasks.get(0), List.of(model("DOGBark", .9)))));

        assertThat(labels(a)).containsExactly("DOGBark");
        assertThat(catalogue.clips().counts().byCategory()).isEqualTo(Map.of("ANIMALS", 1L, "DOORS", 1L));
        assertThat(catalogue.clips().packsOf(List.of(a))).isEqualTo(Map.of(a, PACK));
        assertThat(due(VOCABULARY)).isEmpty();
        assertThat(catalogue.scans().awaitingTagging(clap, VOCABULARY))
                .extracting(TagTask::id)
                .containsExactly(a);
    }

    private List<String> labels(ClipId clip) {
        return catalogue.clips().tagsOf(clip).tags().stream().map(Tag::label).toList();
    }

    @Test
    void takesNothingButAModelsClaims() {
        TagClaim persons = Sounds.claim("sword", TagSource.PERSON);
        TagTask task = due(SECOND).get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> save(new TaggedClip(task, List.of(persons))));
        assertThat(due(SECOND)).hasSize(2);
    }

    private List<TagTask> due(String vocabulary) {
        return catalogue.scans().awaitingTagging(PACK, vocabulary);
    }

    private void save(TaggedClip clip) {
        catalogue.scans().saveModelClaims(PACK, SECOND, List.of(clip));
    }
}
