package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.SearchHit;
import app.earmark.search.Searcher;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.tags.TagEdits;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The clip under inspection (the last one selected), what all selected ones have in common, and what a person says about them. */
public final class InspectorViewModel {

    static final int SIMILAR_SHOWN = 12;

    private final ClipCatalog clips;
    private final Searcher searcher;
    private final TagEdits edits;
    private final NewestWins reading;
    private final NewestWins comparing;
    private final ReadOnlyObjectWrapper<Inspected> inspected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Clip>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<SelectionSummary> summary = new ReadOnlyObjectWrapper<>();
    private final ObservableList<SimilarClip> similar = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    public InspectorViewModel(ClipCatalog clips, Searcher searcher, TagEdits edits, Background background) {
        this.clips = clips;
        this.searcher = searcher;
        this.edits = edits;
        reading = new NewestWins(background);
        comparing = new NewestWins(background);
        edits.onChange(this::refresh);
        edits.trouble().addListener((property, before, now) -> trouble.set(now));
    }

    /** Inspects the last of these clips; what is said about labels goes for all of them. */
    public void inspect(List<Clip> newSelection) {
        List<Clip> before = selection.get();
        selection.set(newSelection);
        trouble.set("");
        if (newSelection.isEmpty()) {
            reading.cancel();
            comparing.cancel();
            inspected.set(null);
            summary.set(null);
            similar.clear();
            return;
        }
        boolean other =
                before.isEmpty() || !last(before).id().equals(last(newSelection).id());
        if (other) {
            similar.clear();
        }
        read();
        if (newSelection.size() > 1) {
            comparing.cancel();
            similar.clear();
        } else if (other || similar.isEmpty()) {
            compare();
        }
    }

    /** Tags may be others: reads them again. */
    public void refresh() {
        if (!selection.get().isEmpty()) {
            read();
        }
    }

    private void read() {
        List<Clip> selected = selection.get();
        Clip clip = last(selected);
        reading.submit(
                progress -> new Read(
                        new Inspected(clip, clips.tagsOf(clip.id()), clips.fieldsOf(clip.id())),
                        selected.size() > 1 ? SelectionSummary.of(selected, clips, progress) : null),
                read -> {
                    inspected.set(read.last());
                    summary.set(read.all());
                },
                failure -> trouble.set(failure.getMessage()));
    }

    private void compare() {
        Clip clip = last(selection.get());
        if (clip.state() != ClipState.EMBEDDED) {
            comparing.cancel();
            return;
        }
        comparing.submit(progress -> findSimilar(clip, progress), similar::setAll, failure -> similar.clear());
    }

    private List<SimilarClip> findSimilar(Clip clip, Progress progress) throws CancelledWork {
        List<SearchHit> hits = searcher.similarTo(clip.id(), ClipFilter.ALL, SIMILAR_SHOWN, progress)
                .hits();
        Map<ClipId, Clip> found =
                clips.findAll(hits.stream().map(SearchHit::clip).toList());
        return hits.stream()
                .filter(hit -> found.containsKey(hit.clip()) && hit.similarity().orElse(0) > 0)
                .map(hit ->
                        new SimilarClip(found.get(hit.clip()), hit.similarity().getAsDouble(), hit.moment()))
                .toList();
    }

    /** The person says that the label holds. */
    public void confirm(String label) {
        edits.confirm(selectedIds(), label);
    }

    /** The person says that the label holds for these of the selected clips. */
    void confirm(List<ClipId> of, String label) {
        edits.confirm(of, label);
    }

    /** The person says that the label does not hold. */
    public void reject(String label) {
        edits.reject(selectedIds(), label);
    }

    void reject(List<ClipId> of, String label) {
        edits.reject(of, label);
    }

    /** The person takes back what they said. */
    public void withdraw(String label) {
        edits.withdraw(selectedIds(), label);
    }

    void withdraw(List<ClipId> of, String label) {
        edits.withdraw(of, label);
    }

    /** Adds what was typed: a known label in any spelling, or else a new one of the person's own. */
    public void add(String typed) {
        edits.add(selectedIds(), typed);
    }

    List<ClipId> selectedIds() {
        return selection.get().stream().map(Clip::id).toList();
    }

    private static Clip last(List<Clip> selected) {
        return selected.get(selected.size() - 1);
    }

    /** Null while nothing is selected. */
    public ReadOnlyObjectProperty<Inspected> inspected() {
        return inspected.getReadOnlyProperty();
    }

    /** What several selected clips have in common; null while there is one or none. */
    ReadOnlyObjectProperty<SelectionSummary> summary() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Clip>> selection() {
        return selection.getReadOnlyProperty();
    }

    public ObservableList<SimilarClip> similar() {
        return similar;
    }

    /** A sentence about what went wrong, or the empty string. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public boolean readOnly() {
        return edits.readOnly();
    }

    /** The label for people. */
    String nameOf(String label) {
        return edits.labels().nameOf(label);
    }

    LabelChoices labels() {
        return edits.labels();
    }

    private record Read(Inspected last, SelectionSummary all) {}
}
