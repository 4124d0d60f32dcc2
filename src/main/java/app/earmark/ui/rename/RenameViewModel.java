package app.earmark.ui.rename;

import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.renaming.NameOptions;
import app.earmark.renaming.NamePattern;
import app.earmark.renaming.PlannedName;
import app.earmark.renaming.PlannedName.Outcome;
import app.earmark.renaming.RenamePlan;
import app.earmark.renaming.Renamed;
import app.earmark.renaming.UnusablePattern;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.InTurn;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** New names for chosen sounds: planned anew whenever an option changes, carried out on a word. */
public final class RenameViewModel {

    /** Between the last key and a new preview. */
    private static final Duration TYPING = Duration.ofMillis(250);

    private final Renames renames;
    private final boolean readOnly;
    private final TaskListViewModel tasks;
    private final InTurn turn;
    private final Background background;
    private final Runnable changed;
    private final Settings settings;
    private final NewestWins planning;
    private final StringProperty pattern = new SimpleStringProperty("");
    private final StringProperty creator = new SimpleStringProperty("");
    private final StringProperty source = new SimpleStringProperty("");
    private final BooleanProperty numbered = new SimpleBooleanProperty();
    private final BooleanProperty companions = new SimpleBooleanProperty(true);
    private final BooleanProperty oldNames = new SimpleBooleanProperty(true);
    private final BooleanProperty onlyProblems = new SimpleBooleanProperty();
    private final ObservableList<PlannedName> names = FXCollections.observableArrayList();
    private final FilteredList<PlannedName> shown = new FilteredList<>(names);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper interrupted = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private List<ClipId> clips = List.of();
    private RenamePlan plan;
    private Runnable waiting = () -> {};
    /** What was done last, in the place of what could be done, until an option changes. */
    private String told = "";
    /** How many were to rename when that was told; negative before it is known. More or less says it is no longer so. */
    private long toldOf = -1;

    /**
     * @param turn shared with whoever edits and undoes
     * @param changed called when files were renamed
     */
    public RenameViewModel(
            Renames renames,
            boolean readOnly,
            Settings settings,
            TaskListViewModel tasks,
            InTurn turn,
            Background background,
            Runnable changed) {
        this.renames = renames;
        this.readOnly = readOnly;
        this.settings = settings;
        this.tasks = tasks;
        this.turn = turn;
        this.background = background;
        this.changed = changed;
        planning = new NewestWins(background);
        pattern.set(settings.text("rename.pattern", ""));
        creator.set(settings.text("rename.creator", ""));
        source.set(settings.text("rename.source", ""));
        for (Observable option : List.of(pattern, creator, source, numbered, companions, oldNames)) {
            option.addListener(changedOption -> planSoon());
        }
        onlyProblems.addListener(
                (property, before, now) -> shown.setPredicate(now ? name -> name.outcome() == Outcome.PROBLEM : null));
    }

    /** Plans names for these sounds. */
    public void open(List<ClipId> chosen) {
        clips = List.copyOf(chosen);
        plan = null;
        told = "";
        names.clear();
        onlyProblems.set(false);
        lookForInterrupted();
        plan();
    }

    private void lookForInterrupted() {
        background.load(
                () -> renames.interrupted().map(found -> found.sentence()),
                sentence -> {
                    interrupted.set(sentence.orElse(""));
                    judge();
                },
                failure -> trouble.set(failure.getMessage()));
    }

    private void planSoon() {
        waiting.run();
        told = "";
        ready.set(false);
        waiting = background.later(TYPING, () -> plan());
    }

    private void plan() {
        ready.set(false);
        Optional<NameOptions> options = options();
        if (options.isEmpty()) {
            return;
        }
        if (names.isEmpty()) {
            summary.set("Looking at " + ClipText.count(clips.size(), "sound", "sounds") + "…");
        }
        planning.submit(
                progress -> renames.plan(clips, options.get(), progress),
                this::show,
                failure -> trouble.set("The names could not be made: " + failure.getMessage()));
    }

    private Optional<NameOptions> options() {
        Map<String, String> defaults = new LinkedHashMap<>();
        if (!creator.get().isBlank()) {
            defaults.put("CreatorID", creator.get().strip());
        }
        if (!source.get().isBlank()) {
            defaults.put("SourceID", source.get().strip());
        }
        try {
            Optional<NamePattern> layout =
                    pattern.get().isBlank() ? Optional.empty() : Optional.of(NamePattern.parse(pattern.get()));
            trouble.set("");
            return Optional.of(
                    new NameOptions(layout, defaults, Map.of(), numbered.get(), companions.get(), oldNames.get()));
        } catch (UnusablePattern e) {
            planning.cancel();
            plan = null;
            names.clear(); // they were made by the layout before
            summary.set("");
            trouble.set(e.getMessage());
            return Optional.empty();
        }
    }

    private void show(RenamePlan made) {
        plan = made;
        names.setAll(made.names());
        long renamed = made.count(Outcome.RENAMED);
        long problems = made.count(Outcome.PROBLEM);
        if (toldOf >= 0 && toldOf != renamed) {
            told = "";
        }
        toldOf = renamed;
        long unchanged = made.count(Outcome.UNCHANGED);
        String will = ClipText.count(renamed, "sound", "sounds") + " to rename"
                + (unchanged == 0 ? "" : ", " + ClipText.count(unchanged) + " named so already")
                + (problems == 0 ? "" : ", " + ClipText.count(problems) + " with a problem");
        summary.set(told.isEmpty() ? will : told);
        judge();
    }

    private void judge() {
        ready.set(!readOnly
                && plan != null
                && !plan.isEmpty()
                && interrupted.get().isEmpty());
    }

    /** Looks again where something else changed the catalogue while the page is open. */
    public void refresh() {
        if (!clips.isEmpty()) {
            plan();
        }
    }

    /** Forgets the sounds. */
    public void close() {
        waiting.run();
        planning.cancel();
        clips = List.of();
        plan = null;
        names.clear();
        judge();
    }

    /** Renames what the preview shows. */
    public void rename() {
        if (!ready.get()) {
            return;
        }
        RenamePlan chosen = plan;
        ready.set(false);
        settings.set("rename.pattern", pattern.get());
        settings.set("rename.creator", creator.get());
        settings.set("rename.source", source.get());
        work(
                "Renaming " + ClipText.count(chosen.count(Outcome.RENAMED), "sound", "sounds"),
                progress -> renames.carryOut(chosen, progress));
    }

    /** Carries out the rest of a renaming that was cut off. */
    public void finish() {
        work("Finishing a renaming", renames::finish);
    }

    /** Takes back what was done of a renaming that was cut off. */
    public void putBack() {
        work("Taking back a renaming", renames::putBack);
    }

    private void work(String title, NewestWins.Work<Renamed> work) {
        turn.submit(ended -> tasks.start(
                title,
                work,
                renamed -> {
                    end(renamed);
                    ended.run();
                },
                failure -> {
                    trouble.set(failure instanceof CancelledWork ? "" : failure.getMessage());
                    lookForInterrupted();
                    changed.run();
                    ended.run();
                }));
    }

    private void end(Renamed renamed) {
        StringBuilder result = new StringBuilder(ClipText.count(renamed.sounds(), "sound", "sounds") + " renamed");
        if (renamed.cancelled()) {
            result.append("; stopped before the rest");
        }
        if (!renamed.left().isEmpty()) {
            long left = renamed.left().size();
            result.append("; ")
                    .append(ClipText.count(left, "left alone. ", "left alone, one of them because: "))
                    .append(renamed.left().values().iterator().next());
        }
        renamed.notes().forEach(note -> result.append(' ').append(note));
        tasks.tell(result + (result.toString().endsWith(".") ? "" : "."));
        interrupted.set("");
        changed.run();
        told = result.toString();
        toldOf = -1;
        plan();
    }

    /** What the table shows: the plan, or only its problems. */
    public ObservableList<PlannedName> names() {
        return shown;
    }

    public StringProperty pattern() {
        return pattern;
    }

    public StringProperty creator() {
        return creator;
    }

    public StringProperty source() {
        return source;
    }

    public BooleanProperty numbered() {
        return numbered;
    }

    public BooleanProperty companions() {
        return companions;
    }

    public BooleanProperty oldNames() {
        return oldNames;
    }

    public BooleanProperty onlyProblems() {
        return onlyProblems;
    }

    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** About a renaming that was cut off; empty if none was. */
    public ReadOnlyStringProperty interrupted() {
        return interrupted.getReadOnlyProperty();
    }

    /** Whether there is something to rename. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }
}
