package app.earmark.store;

import static app.earmark.store.Sounds.PACK;
import static app.earmark.store.Sounds.WAV;
import static app.earmark.store.Sounds.claim;
import static app.earmark.store.Sounds.guess;
import static app.earmark.store.Sounds.listened;
import static app.earmark.store.Sounds.model;
import static app.earmark.store.Sounds.probed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Guess;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagCatalogTest {

    private static final float[] VECTOR = {1};

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private ClipId id;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        id = Sounds.add(catalogue, "a.wav").get(0);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void aPersonsWordSurvivesProbingListeningAndAnotherModel() {
        catalogue.tags().hold(List.of(id), "RAINVegt");
        catalogue.tags().reject(List.of(id), "DOGBark");
        catalogue.scans().saveProbed(List.of(probed(id, WAV, Map.of(), claim("DOORWood", TagSource.NAME))));
        catalogue.scans().saveListened(List.of(listened(id, VECTOR, VECTOR, model("DOGBark", .9))));
        PackId clap = new PackId("clap", "2");
        catalogue
                .scans()
                .saveListened(List.of(listened(id, Sounds.STAMP, clap, VECTOR, VECTOR, model("DOGBark", .99))));
        ClipTags tags = catalogue.clips().tagsOf(id);
        assertThat(tags.tags()).extracting(Tag::label).containsExactly("RAINVegt", "DOORWood");
        assertThat(tags.rejected()).containsExactly("DOGBark");
        assertThat(catalogue.clips().counts().byCategory()).isEqualTo(Map.of("RAIN", 1L));
    }

    @Test
    void onlyTheClaimsOfThePackThatListenedLastCount() {
        PackId clap = new PackId("clap", "2");
        catalogue.scans().saveListened(List.of(listened(id, VECTOR, VECTOR, model("DOGBark", .9))));
        catalogue
                .scans()
                .saveListened(List.of(listened(id, Sounds.STAMP, clap, VECTOR, VECTOR, guess("RAINVegt", .3))));
        assertThat(catalogue.clips().tagsOf(id).tags()).isEmpty();
        assertThat(catalogue.clips().tagsOf(id).guesses())
                .extracting(Guess::label)
                .containsExactly("RAINVegt");
        assertThat(catalogue.clips().packsOf(List.of(id))).containsEntry(id, clap);
        catalogue.scans().saveListened(List.of(listened(id, VECTOR, VECTOR, model("DOORCreak", .7))));
        assertThat(catalogue.clips().tagsOf(id).tags()).extracting(Tag::label).containsExactly("DOORCreak");
        assertThat(catalogue.embeddings().count(PACK)).isEqualTo(1);
        assertThat(catalogue.embeddings().count(clap)).isEqualTo(1);
    }

    @Test
    void takingBackARejectionLetsTheOthersSpeakAgain() {
        catalogue.scans().saveListened(List.of(listened(id, VECTOR, VECTOR, model("DOGBark", .9))));
        catalogue.tags().reject(List.of(id), "dogbark");
        assertThat(catalogue.clips().tagsOf(id).tags()).isEmpty();
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withCategories(Set.of("ANIMALS"))))
                .isEmpty();
        catalogue.tags().withdraw(List.of(id), "DOGBark");
        assertThat(catalogue.clips().tagsOf(id).tags()).extracting(Tag::source).containsExactly(TagSource.MODEL);
    }

    @Test
    void confirmingAndThenRejectingLeavesTheLatterOnly() {
        catalogue.tags().hold(List.of(id), "DOORCreak");
        catalogue.tags().reject(List.of(id), "DOORCreak");
        assertThat(catalogue.clips().tagsOf(id)).isEqualTo(new ClipTags(List.of(), List.of(), List.of("DOORCreak")));
    }

    @Test
    void aLabelOfOnesOwnIsKnownOnceItIsUsed() {
        catalogue.tags().hold(List.of(id), " Écho lointain ");
        catalogue.tags().hold(List.of(id), "DOORCreak");
        catalogue.tags().saveOwnLabel(new OwnLabel("sword", List.of("a sword is drawn", "blades clash")));
        assertThat(catalogue.tags().ownLabels())
                .containsExactlyInAnyOrder(
                        new OwnLabel("sword", List.of("a sword is drawn", "blades clash")),
                        new OwnLabel("Écho lointain", List.of("Écho lointain")));
        assertThat(catalogue.clips().counts().byOwnLabel()).isEqualTo(Map.of("Écho lointain", 1L));
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withTags(Set.of("ÉCHO LOINTAIN"))))
                .containsExactly(id);
    }

    @Test
    void removingAnOwnLabelRemovesWhatTheModelSaidButNotWhatThePersonSaid() {
        ClipId other = Sounds.add(catalogue, "b.wav").get(0);
        catalogue.tags().saveOwnLabel(new OwnLabel("sword", List.of("a sword")));
        catalogue.scans().saveListened(List.of(listened(other, VECTOR, VECTOR, model("sword", .9))));
        catalogue.tags().hold(List.of(id), "sword");
        catalogue.tags().removeOwnLabel("Sword");
        assertThat(catalogue.tags().ownLabels()).isEmpty();
        assertThat(catalogue.clips().tagsOf(other).tags()).isEmpty();
        assertThat(catalogue.clips().tagsOf(id).tags()).hasSize(1);
    }

    @Test
    void aBlankLabelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> catalogue.tags().hold(List.of(id), "  "));
    }

    @Test
    void clipsThatAreGoneArePassedOver() {
        catalogue.tags().hold(List.of(new ClipId(4711), id), "DOORCreak");
        assertThat(catalogue.clips().tagsOf(List.of(new ClipId(4711), id))).containsOnlyKeys(id);
    }
}
