package app.earmark.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.LibraryId;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.tags.LabelChoices;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterViewModelTest {

    private final FilterViewModel model = new FilterViewModel();

    @Test
    void everyPartOfTheFilterHasAPillThatTakesOnlyItOff() {
        MemoryCatalog catalog = MemoryCatalog.of(50);
        model.offer(catalog.counts(), catalog.libraries());
        model.toggleLibrary(new LibraryId(1));
        model.toggleCategory("DOORS");
        model.toggleTag("keeper");
        model.onlyFolder("/home/sound");
        model.setFormats(List.of("WAV", "FLAC"));
        model.setRates(List.of(48_000));
        model.setChannels(List.of(2));
        model.setDuration(OptionalDouble.of(0.5), OptionalDouble.of(10));

        assertThat(model.pills())
                .extracting(pill -> pill.kind() + ": " + pill.value())
                .contains(
                        "Library: Field recordings",
                        "Folder: /home/sound",
                        "Category: Doors",
                        "Tag: keeper",
                        "Format: WAV",
                        "Format: FLAC",
                        "Rate: 48 kHz",
                        "Channels: Stereo",
                        "Duration: 0.5 s – 10 s")
                .hasSize(9);
        for (Pill pill : List.copyOf(model.pills())) {
            model.apply(pill.without());
            assertThat(model.pills())
                    .hasSize(8)
                    .noneMatch(other ->
                            other.kind().equals(pill.kind()) && other.value().equals(pill.value()));
            restore(pill);
        }
    }

    @Test
    void theLabelsOfACategoryShareAPill() {
        model.apply(ClipFilter.ALL.withTags(Set.of("DOORCreak", "DOORGate", "DOORKnck", "DOORWood", "DOORMetl")));

        assertThat(model.pills()).singleElement().satisfies(pill -> {
            assertThat(pill.value()).isEqualTo("DOORCreak or 4 others");
            assertThat(pill.without()).isEqualTo(ClipFilter.ALL);
        });
    }

    @Test
    void aLabelsPillBearsItsNameAndTellsTheCatId() {
        FilterViewModel named = new FilterViewModel(label -> label.equals("DOORWood") ? "DOORS-WOOD" : label);
        named.toggleTag("DOORWood");
        named.toggleTag("keeper");

        assertThat(named.pills()).extracting(Pill::value).containsExactlyInAnyOrder("DOORS-WOOD", "keeper");
        assertThat(named.pills()).extracting(Pill::detail).containsExactlyInAnyOrder("CatID DOORWood", "");
    }

    @Test
    void aTagIsCompletedBeforeAnybodyUsedALabelByTheCategoriesThereAre() {
        MemoryCatalog catalog = MemoryCatalog.of(60);
        model.offer(catalog.counts(), catalog.libraries());
        QueryValues values = new QueryValues(new LabelChoices(List.of()), model, List.of());

        assertThat(values.fitting("tag", ""))
                .isNotEmpty()
                .isSubsetOf(catalog.counts().byCategory().keySet());
    }

    private void restore(Pill pill) {
        model.reset();
        model.toggleLibrary(new LibraryId(1));
        model.toggleCategory("DOORS");
        model.toggleTag("keeper");
        model.onlyFolder("/home/sound");
        model.setFormats(List.of("WAV", "FLAC"));
        model.setRates(List.of(48_000));
        model.setChannels(List.of(2));
        model.setDuration(OptionalDouble.of(0.5), OptionalDouble.of(10));
    }

    @Test
    void choosingACategoryTwiceTakesItOffAgain() {
        model.toggleCategory("RAIN");
        model.toggleCategory("RAIN");

        assertThat(model.filter().get()).isEqualTo(ClipFilter.ALL);
        assertThat(model.pills()).isEmpty();
    }

    @Test
    void resetTakesEverythingOff() {
        model.toggleCategory("RAIN");
        model.setChannels(List.of(1));

        model.reset();

        assertThat(model.filter().get().isAll()).isTrue();
    }

    @Test
    void theSlidersEndsMeanNoLimitAndItsMiddleGoesThereAndBack() {
        assertThat(DurationScale.lower(0)).isEmpty();
        assertThat(DurationScale.upper(DurationScale.END)).isEmpty();
        for (double seconds : new double[] {0.2, 0.5, 1, 5, 30, 120, 300}) {
            double position = DurationScale.position(seconds);
            assertThat(DurationScale.upper(position))
                    .hasValueCloseTo(seconds, org.assertj.core.data.Offset.offset(1e-9));
        }
    }
}
