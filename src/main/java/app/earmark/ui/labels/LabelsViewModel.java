package app.earmark.ui.labels;

import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.taxonomies.TaxonomyCheck;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The taxonomies, and one of them being changed. A change is a draft until it is applied; what it would tag is looked up in the
 * background, the newest draft first. Lives on the window's thread.
 */
public final class LabelsViewModel {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(250);

    private final LabelService service;
    private final TaskListViewModel tasks;
    private final Background background;
    private final NewestWins reading;
    private final NewestWins counting;
    private final NewestWins previewing;
    private final Runnable changed;
    private final boolean readOnly;
    private final ObservableList<Taxonomy> taxonomies = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Taxonomy> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Map<String, Long>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ObservableList<Audition> auditions = FXCollections.observableArrayList();
    private Runnable pending = () -> {};
    private String chosen = Taxonomy.OWN;

    /** @param changed called when a taxonomy was changed, so that tags may follow */
    public LabelsViewModel(
            LabelService service, boolean readOnly, TaskListViewModel tasks, Background background, Runnable changed) {
        this.service = service;
        this.readOnly = readOnly;
        this.tasks = tasks;
        this.background = background;
        this.changed = changed;
        reading = new NewestWins(background);
        counting = new NewestWins(background);
        previewing = new NewestWins(background);
    }

    /** Reads the taxonomies again; a draft that was not applied stays. */
    public void refresh() {
        reading.submit(progress -> service.taxonomies(), this::show, failure -> trouble.set(failure.getMessage()));
    }

    /** Reads them again where they have been read before: an undo may have changed them. */
    public void follow() {
        if (draft.get() != null) {
            refresh();
        }
    }

    private void show(List<Taxonomy> all) {
        trouble.set("");
        boolean keep = edited.get();
        if (!taxonomies.equals(all)) {
            boolean others = !taxonomies.isEmpty();
            taxonomies.setAll(all);
            if (others) {
                changed.run();
            }
        }
        if (!keep || saved().isEmpty()) {
            choose(saved().map(Taxonomy::name).orElse(Taxonomy.OWN));
        } else {
            drafted(draft.get());
        }
    }

    /** Shows another taxonomy; a draft that was not applied is dropped. */
    void choose(String name) {
        chosen = name;
        saved().ifPresent(taxonomy -> {
            drafted(taxonomy);
            counting.submit(
                    progress -> service.counts(
                            taxonomy.labels().stream().map(TaxonomyLabel::label).toList(), progress),
                    counts::set,
                    failure -> counts.set(Map.of()));
        });
    }

    private Optional<Taxonomy> saved() {
        return taxonomies.stream().filter(t -> t.name().equals(chosen)).findFirst();
    }

    void change(UnaryOperator<Taxonomy> change) {
        if (draft.get() != null && !readOnly) {
            Taxonomy after = change.apply(draft.get());
            if (!after.equals(draft.get())) {
                drafted(after);
            }
        }
    }

    /** What was typed is no number. */
    void misunderstood(String sentence) {
        problem.set(sentence);
        edited.set(true);
        pending.run();
        previewing.cancel();
        summary.set("");
        auditions.clear();
    }

    private void drafted(Taxonomy taxonomy) {
        draft.set(taxonomy);
        edited.set(!saved().filter(taxonomy::equals).isPresent());
        problem.set(TaxonomyCheck.problem(taxonomy)
                .map(TaxonomyCheck.Problem::sentence)
                .orElse(""));
        pending.run();
        previewing.cancel();
        summary.set("");
        auditions.clear();
        if (edited.get() && problem.get().isEmpty()) {
            summary.set("Listening through your sounds…");
            pending = background.later(TYPING_PAUSE, () -> preview(taxonomy));
        }
    }

    private void preview(Taxonomy after) {
        List<Taxonomy> before = List.copyOf(taxonomies);
        List<Taxonomy> then = new ArrayList<>(before);
        then.replaceAll(taxonomy -> taxonomy.name().equals(after.name()) ? after : taxonomy);
        previewing.submit(
                progress -> service.preview(before, then, progress),
                result -> previewed(result, saved().orElse(after), after),
                failure -> summary.set("What this would tag can't be told: " + failure.getMessage()));
    }

    private void previewed(LabelService.Previewed result, Taxonomy before, Taxonomy after) {
        summary.set(PreviewWords.sentence(result.preview(), before, after));
        List<Audition> all = new ArrayList<>();
        PreviewWords.changedFirst(result.preview(), before, after).stream()
                .limit(8)
                .map(label -> Audition.of(label, result.clips()))
                .forEach(all::addAll);
        auditions.setAll(all);
    }

    /** Stores the draft; tags follow in the background. */
    void apply() {
        if (edited.get() && problem.get().isEmpty() && !readOnly) {
            Taxonomy taxonomy = draft.get();
            store(
                    () -> {
                        service.save(taxonomy);
                        return taxonomy.name();
                    },
                    taxonomy.name() + " is changed; Ctrl+Z undoes it.");
        }
    }

    /** Drops the draft. */
    void revert() {
        saved().ifPresent(this::drafted);
    }

    void add(String name) {
        if (named(name)) {
            tasks.warn("There is a taxonomy \"" + name.strip() + "\" already.");
        } else if (!name.isBlank()) {
            store(
                    () -> {
                        service.save(Draft.empty(name.strip()));
                        return name.strip();
                    },
                    name.strip() + " is added.");
        }
    }

    void rename(String name) {
        Taxonomy before = saved().orElse(null);
        if (before == null || name.isBlank() || name.strip().equals(before.name())) {
            return;
        }
        if (named(name) && !name.strip().equalsIgnoreCase(before.name())) {
            tasks.warn("There is a taxonomy \"" + name.strip() + "\" already.");
            return;
        }
        store(
                () -> {
                    service.save(Draft.named(before, name.strip()));
                    service.remove(before.name());
                    return name.strip();
                },
                before.name() + " is now " + name.strip() + ".");
    }

    void remove() {
        String name = chosen;
        store(
                () -> {
                    service.remove(name);
                    return Taxonomy.OWN;
                },
                name + " is removed; Ctrl+Z brings it back.");
    }

    void importFrom(Path file) {
        addRead(() -> service.read(file));
    }

    void addExample() {
        addRead(service::example);
    }

    void addUcs() {
        addRead(service::ucs);
    }

    private void addRead(Callable<Taxonomy> reading) {
        store(
                () -> {
                    Taxonomy read = reading.call();
                    service.save(read);
                    return read.name();
                },
                "The taxonomy is there; Ctrl+Z takes it back.");
    }

    void exportTo(Path file) {
        Taxonomy taxonomy = draft.get();
        background.load(
                () -> {
                    service.write(taxonomy, file);
                    return true;
                },
                done -> tasks.tell(taxonomy.name() + " is written to " + file + "."),
                failure -> tasks.warn(failure.getMessage()));
    }

    private void store(Callable<String> work, String sentence) {
        background.load(
                work,
                name -> {
                    chosen = name;
                    edited.set(false);
                    tasks.tell(sentence);
                    refresh();
                },
                failure -> tasks.warn(failure.getMessage()));
    }

    private boolean named(String name) {
        String key = TagPrecedence.keyOf(name);
        return taxonomies.stream().anyMatch(t -> TagPrecedence.keyOf(t.name()).equals(key));
    }

    /** The page is left. */
    void rest() {
        previewing.cancel();
        background.load(
                () -> {
                    service.rest();
                    return true;
                },
                done -> {});
    }

    boolean readOnly() {
        return readOnly;
    }

    boolean isOwn() {
        return chosen.equals(Taxonomy.OWN);
    }

    Collection<String> names() {
        return taxonomies.stream().map(Taxonomy::name).toList();
    }

    ObservableList<Taxonomy> taxonomies() {
        return taxonomies;
    }

    /** The taxonomy on show, as it would be; null before the first reading. */
    ReadOnlyObjectProperty<Taxonomy> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Whether the draft differs from what is stored. */
    ReadOnlyBooleanProperty edited() {
        return edited.getReadOnlyProperty();
    }

    /** Why the draft can't be applied, or the empty string. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** What the draft would tag, in a sentence; empty while nothing is changed. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<String, Long>> counts() {
        return counts.getReadOnlyProperty();
    }

    ObservableList<Audition> auditions() {
        return auditions;
    }
}
