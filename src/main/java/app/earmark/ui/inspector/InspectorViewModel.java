package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.TagCatalog;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.SearchHit;
import app.earmark.search.Searcher;
import app.earmark.ui.tags.LabelChoice;
import app.earmark.ui.tags.LabelChoices;
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

/** The clip under inspection (the last one selected) and what a person says about it and all others selected. */
public final class InspectorViewModel {

    private static final int SIMILAR_SHOWN = 12;

    private final ClipCatalog clips;
    private final TagCatalog tags;
    private final Searcher searcher;
    private final LabelChoices labels;
    private final boolean readOnly;
    private final Background background;
    private final NewestWins reading;
    private final NewestWins comparing;
    private final ReadOnlyObjectWrapper<Inspected> inspected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Clip>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<SimilarClip> similar = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Runnable changed = () -> {};
    private Runnable labelAdded = () -> {};

    /**
     * @param readOnly whether the catalogue takes no changes
     */
    public InspectorViewModel(
            ClipCatalog clips,
            TagCatalog tags,
            Searcher searcher,
            LabelChoices labels,
            boolean readOnly,
            Background background) {
        this.clips = clips;
        this.tags = tags;
        this.searcher = searcher;
        this.labels = labels;
        this.readOnly = readOnly;
        this.background = background;
        reading = new NewestWins(background);
        comparing = new NewestWins(background);
    }

    /** Called when a person's word about tags was stored. */
    public void onChange(Runnable action) {
        changed = action;
    }

    /** Called when a label was stored that nobody used before. */
    public void onNewLabel(Runnable action) {
        labelAdded = action;
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
            similar.clear();
            return;
        }
        boolean other =
                before.isEmpty() || !last(before).id().equals(last(newSelection).id());
        if (other) {
            similar.clear();
        }
        read();
        if (other || similar.isEmpty()) {
            compare();
        }
    }

    private void read() {
        Clip clip = last(selection.get());
        reading.submit(
                progress -> new Inspected(clip, clips.tagsOf(clip.id()), clips.fieldsOf(clip.id())),
                inspected::set,
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
        say(ids -> tags.hold(ids, label));
    }

    /** The person says that the label does not hold. */
    public void reject(String label) {
        say(ids -> tags.reject(ids, label));
    }

    /** The person takes back what they said. */
    public void withdraw(String label) {
        say(ids -> tags.withdraw(ids, label));
    }

    /** Adds what was typed: a known label in any spelling, or else a new one of the person's own. */
    public void add(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return;
        }
        String label = labels.exactly(text).map(LabelChoice::label).orElse(text);
        boolean known = labels.exactly(text).isPresent();
        say(
                ids -> {
                    if (!known) {
                        tags.saveOwnLabel(new TagCatalog.OwnLabel(label, List.of(label)));
                    }
                    tags.hold(ids, label);
                },
                known ? () -> {} : labelAdded);
    }

    private void say(Saying saying) {
        say(saying, () -> {});
    }

    private void say(Saying saying, Runnable then) {
        List<ClipId> ids = selection.get().stream().map(Clip::id).toList();
        if (ids.isEmpty() || readOnly) {
            return;
        }
        background.load(
                () -> {
                    saying.store(ids);
                    return tags.ownLabels();
                },
                own -> {
                    labels.setOwn(own.stream().map(TagCatalog.OwnLabel::label).toList());
                    trouble.set("");
                    if (!selection.get().isEmpty()) {
                        read();
                    }
                    changed.run();
                    then.run();
                },
                failure -> trouble.set("That could not be stored: " + failure.getMessage()));
    }

    private static Clip last(List<Clip> selected) {
        return selected.get(selected.size() - 1);
    }

    /** Null while nothing is selected. */
    public ReadOnlyObjectProperty<Inspected> inspected() {
        return inspected.getReadOnlyProperty();
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
        return readOnly;
    }

    /** The label for people. */
    String nameOf(String label) {
        return labels.exactly(label).map(LabelChoice::name).orElse(label);
    }

    LabelChoices labels() {
        return labels;
    }

    @FunctionalInterface
    private interface Saying {
        void store(List<ClipId> ids);
    }
}
