package app.earmark.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemorySearcher;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.search.FilterViewModel;
import app.earmark.ui.search.QueryReading;
import app.earmark.ui.search.SearchViewModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsViewModelTest {

    private final Threads threads = new Threads();
    private final MemoryCatalog catalog = MemoryCatalog.of(5_000);
    private final SearchViewModel search = new SearchViewModel(
            new MemorySearcher(catalog), QueryReading.WORDS_ONLY, new FilterViewModel(), threads.background());
    private final ResultsViewModel model = new ResultsViewModel(catalog, search, threads.background());

    @Test
    void rowsHoldNoCardUntilOneIsAskedFor() {
        search.search();
        assertThat(model.rows()).hasSize(5_000);
        catalog.clipsRead.set(0);

        ClipCard card = model.rows().get(17).card().get();

        assertThat(card.clip().id()).isEqualTo(model.rows().get(17).clip());
        assertThat(card.thumbnail()).isPresent();
        assertThat(catalog.clipsRead.get()).isEqualTo(1);
    }

    @Test
    void whatScrolledByFasterThanItCouldBeReadIsNotReadAtAll() {
        search.search();
        threads.hold();
        model.rows().forEach(ResultRow::card);
        catalog.clipsRead.set(0);

        threads.release();

        assertThat(catalog.clipsRead.get()).isLessThan(400);
        assertThat(model.rows().get(4_999).cardNow()).isNotNull();
        assertThat(model.rows().get(100).cardNow()).isNull();
    }

    @Test
    void cardsLongOutOfSightAreForgotten() {
        ClipCards cards = new ClipCards(catalog, threads.background(), 10);
        List<ResultRow> rows = catalog.matching(app.earmark.library.ClipFilter.ALL).stream()
                .limit(30)
                .map(id -> new ResultRow(
                        new app.earmark.search.SearchHit(id, 0, java.util.OptionalDouble.empty(), List.of()), cards))
                .toList();
        rows.forEach(ResultRow::card);

        assertThat(cards.size()).isEqualTo(10);
        assertThat(rows.get(0).cardNow()).isNull();
        assertThat(rows.get(29).cardNow()).isNotNull();
    }

    @Test
    void aColumnOrdersAllRowsAndNoColumnGoesBackToTheRank() {
        search.search();
        List<ClipId> ranked = ids();

        model.orderBy(SortKey.DURATION, true);
        List<Double> durations = model.rows().stream()
                .map(row -> catalog.find(row.clip()).orElseThrow())
                .map(clip -> clip.facts().map(facts -> facts.durationSeconds()).orElse(-1.0))
                .toList();
        assertThat(durations).isSortedAccordingTo((a, b) -> Double.compare(b, a));

        model.orderBy(null, false);
        assertThat(ids()).isEqualTo(ranked);
    }

    @Test
    void theOrderStaysForOtherFilters() {
        search.search();
        model.orderBy(SortKey.NAME, false);

        search.filters().toggleCategory("DOORS");

        assertThat(names()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).isNotEmpty();
    }

    @Test
    void anotherQuestionIsAnsweredByRankAtOnce() {
        search.search();
        model.orderBy(SortKey.NAME, false);
        List<List<ClipId>> placed = new ArrayList<>();
        model.onPlaced(() -> placed.add(ids()));

        search.text().set("rain");
        threads.pass(java.time.Duration.ofSeconds(1));

        List<ClipId> ranked = search.answer().get().results().hits().stream()
                .map(app.earmark.search.SearchHit::clip)
                .toList();
        assertThat(placed).containsExactly(ranked);
    }

    @Test
    void whoWaitsForTheOrderSeesTheRowsOfTheNewestAnswer() {
        Threads sorting = new Threads();
        ResultsViewModel model = new ResultsViewModel(catalog, search, sorting.background());
        search.search();
        model.orderBy(SortKey.NAME, false);
        List<Integer> seen = new ArrayList<>();

        sorting.hold();
        search.filters().toggleCategory("DOORS");
        model.whenArranged(() -> seen.add(model.rows().size()));
        assertThat(seen).isEmpty();
        sorting.release();

        assertThat(seen).containsExactly(search.answer().get().results().hits().size());
        assertThat(seen.get(0)).isBetween(1, 4_999);
        model.whenArranged(() -> seen.add(0));
        assertThat(seen).as("at once where nothing is under way").hasSize(2);
    }

    @Test
    void theNewestAnswerIsShownThoughItsRowsAreOrderedAnewMeanwhile() {
        Threads sorting = new Threads();
        ResultsViewModel model = new ResultsViewModel(catalog, search, sorting.background());
        search.search();
        model.orderBy(SortKey.NAME, false);

        sorting.hold();
        search.filters().toggleCategory("DOORS");
        model.orderBy(SortKey.DURATION, false);
        sorting.release();

        assertThat(model.shown().get()).isSameAs(search.answer().get());
    }

    @Test
    void theSelectionIsReadAndFollowsChanges() {
        search.search();
        model.select(List.of(new ClipId(3), new ClipId(5)));
        assertThat(model.selection().get()).extracting(Clip::id).containsExactly(new ClipId(3), new ClipId(5));

        model.select(List.of());
        assertThat(model.selection().get()).isEmpty();
    }

    @Test
    void rowsOfClipsStillFoundAreKeptWithTheirCards() {
        search.search();
        ResultRow row = model.rows().get(3);
        row.card();

        search.filters().toggleCategory("DOORS");
        search.filters().reset();

        assertThat(model.rows().get(3).card().get()).isNotNull();
        assertThat(model.summary().get()).isEqualTo("5,000 sounds");
    }

    private List<String> names() {
        return model.rows().stream()
                .map(row -> catalog.find(row.clip()).orElseThrow().fileName())
                .toList();
    }

    private List<ClipId> ids() {
        return model.rows().stream().map(ResultRow::clip).toList();
    }
}
