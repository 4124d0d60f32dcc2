package app.earmark.ui.browser;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.search.Moment;
import app.earmark.search.SearchHit;
import app.earmark.ui.search.Answer;
import app.earmark.ui.search.SearchViewModel;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows on show, in the order asked for, and the clips selected among them. */
public final class ResultsViewModel {

    private static final int CARDS_KEPT = 3_000;

    private final ClipCatalog clips;
    private final ClipCards cards;
    private final NewestWins ordering;
    private final NewestWins selecting;
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Clip>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Answer> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private List<ResultRow> ranked = List.of();
    private List<ClipId> selectedIds = List.of();
    private Answer newest;
    private Ordering order;
    private boolean placing;
    private boolean arranging;
    private Runnable placed = () -> {};
    private Runnable afterwards = () -> {};

    public ResultsViewModel(ClipCatalog clips, SearchViewModel search, Background background) {
        this.clips = clips;
        cards = new ClipCards(clips, background, CARDS_KEPT);
        ordering = new NewestWins(background);
        selecting = new NewestWins(background);
        search.answer().addListener((property, before, now) -> show(now));
    }

    private void show(Answer answer) {
        Map<ClipId, ResultRow> old = new HashMap<>();
        ranked.forEach(row -> old.put(row.clip(), row));
        List<ResultRow> fresh = new ArrayList<>(answer.results().hits().size());
        for (SearchHit hit : answer.results().hits()) {
            ResultRow row = old.get(hit.clip());
            fresh.add(row != null && row.hit().equals(hit) ? row : new ResultRow(hit, cards));
        }
        ranked = fresh;
        summary.set(summarise(answer));
        if (answer.isRanked() && !answer.asksTheSameAs(shown.get())) {
            order = null; // the best of another question come first
        }
        newest = answer;
        arrange();
    }

    private static String summarise(Answer answer) {
        int hits = answer.results().hits().size();
        long total = answer.results().total();
        return hits < total
                ? "Best " + ClipText.count(hits) + " of " + ClipText.count(total, "sound", "sounds")
                : ClipText.count(hits, "sound", "sounds");
    }

    /** Orders by a column, or by rank when {@code key} is null. */
    void orderBy(SortKey key, boolean descending) {
        Ordering wanted = key == null ? null : new Ordering(key, descending);
        if (!java.util.Objects.equals(wanted, order)) {
            order = wanted;
            arrange();
        }
    }

    /** Whether by rank, and not by a column. */
    boolean isByRank() {
        return order == null;
    }

    private void arrange() {
        List<ResultRow> unsorted = ranked;
        if (order == null) {
            ordering.cancel();
            arranged(unsorted);
            return;
        }
        Ordering wanted = order;
        arranging = true;
        ordering.submit(
                progress -> wanted.sort(unsorted, clips, progress), this::arranged, failure -> arranged(unsorted));
    }

    private void arranged(List<ResultRow> inOrder) {
        place(inOrder);
        shown.set(newest);
        arranging = false;
        Runnable waiting = afterwards;
        afterwards = () -> {};
        waiting.run();
    }

    /** Runs {@code action} when the rows are in the order asked for; of several that wait, only the last. */
    void whenArranged(Runnable action) {
        if (arranging) {
            afterwards = action;
        } else {
            action.run();
        }
    }

    private void place(List<ResultRow> newRows) {
        if (!rows.equals(newRows)) {
            placing = true;
            try {
                rows.setAll(newRows);
            } finally {
                placing = false;
            }
            placed.run();
        }
    }

    /** Called when other rows, or rows in another order, were put into place; the view then selects again what it had. */
    void onPlaced(Runnable action) {
        placed = action;
    }

    /** The view's selection; its clips are read in the background. */
    void select(List<ClipId> ids) {
        if (placing || ids.equals(selectedIds)) {
            return;
        }
        selectedIds = List.copyOf(ids);
        reloadSelection();
    }

    private void reloadSelection() {
        List<ClipId> ids = selectedIds;
        if (ids.isEmpty()) {
            selecting.cancel();
            selection.set(List.of());
            return;
        }
        selecting.submit(
                progress -> {
                    Map<ClipId, Clip> found = clips.findAll(ids);
                    return ids.stream()
                            .filter(found::containsKey)
                            .map(found::get)
                            .toList();
                },
                selection::set,
                failure -> selection.set(List.of()));
    }

    /** The catalogue changed: shows rows and selection afresh. */
    public void refresh() {
        cards.refresh();
        reloadSelection();
    }

    public ObservableList<ResultRow> rows() {
        return rows;
    }

    /** The clips selected, in the table's order. */
    public ReadOnlyObjectProperty<List<Clip>> selection() {
        return selection.getReadOnlyProperty();
    }

    /** The part of a clip on show that fits what was looked for. */
    public Optional<Moment> momentOf(ClipId clip) {
        return ranked.stream()
                .map(ResultRow::hit)
                .filter(hit -> hit.clip().equals(clip))
                .findFirst()
                .flatMap(SearchHit::moment);
    }

    public List<ClipId> selectedIds() {
        return selectedIds;
    }

    /** The answer on show; changes after the rows did. */
    public ReadOnlyObjectProperty<Answer> shown() {
        return shown.getReadOnlyProperty();
    }

    /** {@code 1,204 sounds}, {@code Best 2,000 of 88,112 sounds}. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
