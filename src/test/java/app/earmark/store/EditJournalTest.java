package app.earmark.store;

import static app.earmark.store.Sounds.PACK;
import static app.earmark.store.Sounds.WAV;
import static app.earmark.store.Sounds.claim;
import static app.earmark.store.Sounds.listened;
import static app.earmark.store.Sounds.model;
import static app.earmark.store.Sounds.probed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.CatalogueReadOnly;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Edit;
import app.earmark.library.FieldChange;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagChange;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditJournalTest {

    private static final float[] VECTOR = {1};

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private ClipId a;
    private ClipId b;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        List<ClipId> ids = Sounds.add(catalogue, "a.wav", "b.wav");
        a = ids.get(0);
        b = ids.get(1);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private void restart() {
        catalogue.close();
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
    }

    private static TagChange holds(ClipId clip, String label) {
        return new TagChange(clip, label, Optional.of(TagVerdict.HOLDS));
    }

    private static FieldChange text(ClipId clip, String field, String value) {
        return new FieldChange(clip, field, Optional.ofNullable(value));
    }

    private List<String> labels(ClipId clip) {
        return catalogue.clips().tagsOf(clip).tags().stream().map(Tag::label).toList();
    }

    private List<String> titles() {
        return catalogue.journal().newest(10).stream().map(Edit::title).toList();
    }

    @Test
    void eachCallIsOneEditWithATitleForPeople() {
        catalogue.tags().hold(List.of(a, b), "RAINVegt");
        catalogue.tags().reject(List.of(a), "my word");
        catalogue.tags().withdraw(List.of(a), "my word");
        assertThat(titles())
                .containsExactly(
                        "Take back \"my word\" on 1 clip",
                        "Reject \"my word\" on 1 clip",
                        "Tag \"RAIN-egt\" on 2 clips");
        assertThat(catalogue.journal().newest(10).get(2).clips()).isEqualTo(2);
        assertThat(catalogue.journal().newest(1)).hasSize(1);
    }

    @Test
    void whatChangesNothingIsNoEdit() {
        catalogue.tags().hold(List.of(a), "RAINVegt");
        catalogue.tags().hold(List.of(a), "RAINVegt");
        catalogue.tags().withdraw(List.of(b), "RAINVegt");
        catalogue.tags().hold(List.of(new ClipId(4711)), "RAINVegt");
        assertThat(catalogue.journal().apply("nothing", List.of(), List.of(text(a, "Notes", null))))
                .isEmpty();
        assertThat(titles()).hasSize(1);
    }

    @Test
    void undoAndRedoGoBackAndForthAlsoAfterARestart() {
        catalogue.tags().hold(List.of(a), "RAINVegt");
        catalogue.tags().reject(List.of(a), "RAINVegt");
        restart();
        assertThat(catalogue.journal().undo().title()).startsWith("Reject");
        assertThat(labels(a)).containsExactly("RAINVegt");
        assertThat(catalogue.clips().counts().byCategory()).isEqualTo(Map.of("RAIN", 1L));
        restart();
        assertThat(catalogue.journal().undo().undone()).isTrue();
        assertThat(catalogue.clips().tagsOf(a)).isEqualTo(ClipTags.NONE);
        assertThat(catalogue.journal().undoable()).isEmpty();
        restart();
        catalogue.journal().redo();
        assertThat(labels(a)).containsExactly("RAINVegt");
        assertThat(catalogue.journal().redo().undone()).isFalse();
        assertThat(catalogue.clips().tagsOf(a).rejected()).containsExactly("RAINVegt");
        assertThat(catalogue.journal().redoable()).isEmpty();
    }

    @Test
    void undoBringsBackTheFormerWordWithItsSpelling() {
        catalogue.tags().hold(List.of(a), "Sword Clang");
        catalogue.tags().hold(List.of(a), "sword clang");
        assertThat(labels(a)).containsExactly("sword clang");
        catalogue.journal().undo();
        assertThat(labels(a)).containsExactly("Sword Clang");
    }

    @Test
    void aNewEditDropsThoseUndone() {
        catalogue.tags().hold(List.of(a), "one");
        catalogue.tags().hold(List.of(a), "two");
        catalogue.journal().undo();
        catalogue.tags().hold(List.of(a), "three");
        assertThat(catalogue.journal().redoable()).isEmpty();
        assertThat(titles()).containsExactly("Tag \"three\" on 1 clip", "Tag \"one\" on 1 clip");
        assertThat(labels(a)).containsExactly("one", "three");
        assertThatIllegalStateException().isThrownBy(() -> catalogue.journal().redo());
    }

    @Test
    void aLabelThatCameWithATagGoesWithIt() {
        catalogue.tags().hold(List.of(a), "squeaky toy");
        catalogue.journal().undo();
        assertThat(catalogue.tags().ownLabels()).isEmpty();
        catalogue.journal().redo();
        assertThat(catalogue.tags().ownLabels()).containsExactly(new OwnLabel("squeaky toy", List.of("squeaky toy")));
    }

    @Test
    void clipsForgottenInBetweenArePassedOver() {
        catalogue.tags().hold(List.of(a, b), "RAINVegt");
        catalogue.tags().hold(List.of(b), "DOORCreak");
        catalogue.scans().forget(List.of(b));
        assertThat(titles()).as("nothing is left of the second").containsExactly("Tag \"RAIN-egt\" on 2 clips");
        catalogue.journal().undo();
        assertThat(catalogue.clips().tagsOf(a)).isEqualTo(ClipTags.NONE);
        catalogue.journal().redo();
        assertThat(labels(a)).containsExactly("RAINVegt");
        assertThat(catalogue.clips().find(b)).isEmpty();
    }

    @Test
    void aRejectedLabelStaysRejectedWhateverTheModelSaysLater() {
        catalogue.tags().reject(List.of(a), "DOGBark");
        catalogue.scans().saveListened(List.of(listened(a, VECTOR, VECTOR, model("DOGBark", .99))));
        catalogue.learned().saveClaims(PACK, "DOGBark", Map.of(a, model("DOGBark", .999)));
        assertThat(labels(a)).isEmpty();
        assertThat(catalogue.clips().matching(ClipFilter.ALL.withTags(java.util.Set.of("DOGBark"))))
                .isEmpty();
        catalogue.journal().undo();
        assertThat(labels(a)).as("once the word is taken back").containsExactly("DOGBark");
    }

    @Test
    void tagsAndTextsOfManyClipsAreOneStep() {
        catalogue
                .journal()
                .apply(
                        "Import sheet.csv",
                        List.of(holds(a, "RAINVegt"), holds(b, "DOORCreak"), holds(b, "DOORCreak")),
                        List.of(text(a, "Description", "steady rain"), text(b, "Notes", "used")));
        assertThat(titles()).containsExactly("Import sheet.csv");
        assertThat(catalogue.journal().undo().clips()).isEqualTo(2);
        assertThat(labels(a)).isEmpty();
        assertThat(catalogue.clips().fieldsOf(a).values()).isEmpty();
        catalogue.journal().redo();
        assertThat(labels(b)).containsExactly("DOORCreak");
        assertThat(catalogue.clips().fieldsOf(b).get("Notes")).isEqualTo("used");
    }

    @Test
    void aPersonsTextStandsAboveFileAndNameAndIsFound() {
        catalogue
                .scans()
                .saveProbed(List.of(probed(
                        a,
                        WAV,
                        Map.of("Description", "traffic", "Notes", "boring"),
                        claim("DOORCreak", TagSource.NAME))));
        catalogue
                .journal()
                .apply("Write", List.of(), List.of(text(a, "Description", "heavy rain"), text(a, "Notes", "")));
        assertThat(catalogue.clips().fieldsOf(a).values()).isEqualTo(Map.of("Description", "heavy rain"));
        assertThat(catalogue.keywords().search("heavy", ClipFilter.ALL, 5)).hasSize(1);
        assertThat(catalogue.keywords().search("traffic", ClipFilter.ALL, 5)).isEmpty();
        assertThat(catalogue.keywords().search("boring", ClipFilter.ALL, 5)).isEmpty();

        catalogue.scans().saveProbed(List.of(probed(a, WAV, Map.of("Description", "light rain"))));
        assertThat(catalogue.clips().fieldsOf(a).get("Description"))
                .as("after another scan")
                .isEqualTo("heavy rain");

        catalogue.journal().undo();
        assertThat(catalogue.clips().fieldsOf(a).values()).isEqualTo(Map.of("Description", "light rain"));
        assertThat(catalogue.keywords().search("heavy", ClipFilter.ALL, 5)).isEmpty();
        assertThat(catalogue.keywords().search("light", ClipFilter.ALL, 5)).hasSize(1);
    }

    @Test
    void aCatalogueOpenElsewhereRefusesEveryEdit() {
        catalogue.tags().hold(List.of(a), "RAINVegt");
        try (Catalogue second = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES)) {
            assertThat(second.journal().undoable()).isPresent();
            assertThatThrownBy(() -> second.journal().undo()).isInstanceOf(CatalogueReadOnly.class);
            assertThatThrownBy(() -> second.journal().apply("x", List.of(holds(a, "x")), List.of()))
                    .isInstanceOf(CatalogueReadOnly.class);
            assertThatThrownBy(() -> second.tags().merge(List.of("RAINVegt"), "x"))
                    .isInstanceOf(CatalogueReadOnly.class);
        }
        assertThat(titles()).hasSize(1);
    }

    @Test
    void anEditThatFailsLeavesNothing() {
        assertThatThrownBy(() -> catalogue.writer().run(c -> {
                    JournalWrites journal = new JournalWrites(new ClipWrites(Sounds.NAMES), Sounds.NAMES);
                    journal.apply(c, n -> "half", List.of(holds(a, "half")), List.of(), List.of());
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(titles()).isEmpty();
        assertThat(catalogue.clips().tagsOf(a)).isEqualTo(ClipTags.NONE);
        assertThat(catalogue.tags().ownLabels()).isEmpty();
    }
}
