package app.earmark.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagSource;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemorySearcher;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.tags.LabelChoice;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.tags.TagEdits;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.InTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {

    private final MemoryCatalog catalog = MemoryCatalog.of(60);
    private final LabelChoices labels = new LabelChoices(List.of(
            new LabelChoice("DOORWood", "DOORS-WOOD"),
            new LabelChoice("DOORCreak", "DOORS-CREAK"),
            new LabelChoice("RAIN", "RAIN-GENERAL")));
    private TagEdits edits;
    private final InspectorViewModel model = model(false);
    private final Clip first = catalog.find(new ClipId(1)).orElseThrow();
    private final Clip second = catalog.find(new ClipId(2)).orElseThrow();

    private InspectorViewModel model(boolean readOnly) {
        Background background = new Threads().background();
        edits = new TagEdits(catalog, catalog, catalog.journal(), labels, readOnly, new InTurn(background));
        return new InspectorViewModel(catalog, new MemorySearcher(catalog), edits, background);
    }

    @Test
    void showsTheSelectedWithWhatSoundsLikeItMostAlikeFirst() {
        model.inspect(List.of(second));

        assertThat(model.inspected().get().clip()).isEqualTo(second);
        assertThat(model.similar()).hasSizeBetween(1, 12).noneMatch(similar -> similar.clip()
                .equals(second));
        assertThat(model.similar().stream().map(similar -> -similar.similarity()))
                .isSorted();
    }

    @Test
    void confirmingMakesTheTagThePersons() {
        model.inspect(List.of(first));
        AtomicInteger told = new AtomicInteger();
        edits.onChange(told::incrementAndGet);

        model.confirm("DOORWood");

        assertThat(tags()).first().satisfies(tag -> {
            assertThat(tag.label()).isEqualTo("DOORWood");
            assertThat(tag.source()).isEqualTo(TagSource.PERSON);
        });
        assertThat(told).hasValue(1);
    }

    @Test
    void rejectingTakesTheTagAwayAndCanBeTakenBack() {
        model.inspect(List.of(first));
        model.reject("DOORWood");
        assertThat(tags()).noneMatch(tag -> tag.label().equals("DOORWood"));
        assertThat(model.inspected().get().tags().rejected()).contains("DOORWood");

        model.withdraw("DOORWood");
        assertThat(model.inspected().get().tags().rejected()).doesNotContain("DOORWood");
    }

    @Test
    void whatIsSaidGoesForAllSelected() {
        model.inspect(List.of(first, second));

        model.add("rain-general");

        for (Clip clip : List.of(first, second)) {
            assertThat(catalog.tagsOf(clip.id()).tags()).extracting(Tag::label).contains("RAIN");
        }
    }

    @Test
    void anUnknownWordBecomesALabelOfThePersonsOwn() {
        model.inspect(List.of(first));

        List<String> told = new ArrayList<>();
        edits.onNewLabel(() -> told.add("new"));

        model.add("  trailer gold ");
        model.add("Trailer Gold");
        model.add("rain-general");

        assertThat(catalog.ownLabels()).extracting(TagCatalog.OwnLabel::label).contains("trailer gold");
        assertThat(tags()).extracting(Tag::label).contains("trailer gold");
        assertThat(labels.suggest("gold")).extracting(LabelChoice::label).containsExactly("trailer gold");
        assertThat(told).containsExactly("new");
    }

    @Test
    void aLabelThatNobodyUsedBeforeIsOneStepToUndo() {
        model.inspect(List.of(first, second));

        model.add("trailer gold");
        assertThat(catalog.journal().newest(9)).hasSize(1);

        edits.replace(List.of(first.id()), "trailer gold", "trailer silver");
        assertThat(catalog.journal().newest(9)).hasSize(2);
    }

    @Test
    void aReadOnlyCatalogueTakesNothing() {
        InspectorViewModel locked = model(true);
        locked.inspect(List.of(first));
        long before = catalog.revision();

        locked.add("keeper");
        locked.reject("DOORWood");

        assertThat(catalog.revision()).isEqualTo(before);
    }

    @Test
    void nothingSelectedShowsNothing() {
        model.inspect(List.of(first));
        model.inspect(List.of());

        assertThat(model.inspected().get()).isNull();
        assertThat(model.similar()).isEmpty();
    }

    private List<Tag> tags() {
        return model.inspected().get().tags().tags();
    }
}
