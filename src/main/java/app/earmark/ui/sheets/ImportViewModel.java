package app.earmark.ui.sheets;

import app.earmark.importing.ColumnMapping;
import app.earmark.importing.ImportField;
import app.earmark.importing.ImportOptions;
import app.earmark.importing.ImportPlan;
import app.earmark.importing.ReadSheet;
import app.earmark.importing.SheetImport;
import app.earmark.library.Edit;
import app.earmark.progress.CancelledWork;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.concurrent.Task;

/** A sheet that comes in: how it was understood, what its columns are taken as, what it would change, and changing it. */
public final class ImportViewModel {

    private final SheetImport imports;
    private final TaskListViewModel tasks;
    private final boolean readOnly;
    private final NewestWins lane;
    private final NewestWins looking;
    private final Callable<Optional<Edit>> undoable;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<ReadSheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ColumnMapping> mapping = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ImportPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Edit> done = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper last = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty fillGaps = new SimpleBooleanProperty();
    private final BooleanProperty replaceTags = new SimpleBooleanProperty();
    private final BooleanProperty emptyClears = new SimpleBooleanProperty();
    private Task<?> planning;

    /**
     * @param undoable the step that would be undone next; asked in the background
     * @param changed called when the catalogue has changed
     */
    public ImportViewModel(
            SheetService sheets,
            boolean readOnly,
            Callable<Optional<Edit>> undoable,
            TaskListViewModel tasks,
            Background background,
            Runnable changed) {
        imports = sheets.imports();
        this.undoable = undoable;
        this.readOnly = readOnly;
        this.tasks = tasks;
        this.changed = changed;
        lane = new NewestWins(background);
        looking = new NewestWins(background);
        fillGaps.addListener((property, before, now) -> preview());
        replaceTags.addListener((property, before, now) -> preview());
        emptyClears.addListener((property, before, now) -> preview());
    }

    /** Looks at a sheet, then says what it would change. */
    public void open(Path file) {
        forget();
        busy.set(true);
        lane.submit(
                progress -> imports.look(file, Optional.empty()),
                read -> {
                    busy.set(false);
                    mapping.set(read.proposed());
                    sheet.set(read);
                    preview();
                },
                this::failed);
    }

    /**
     * Looks whether the import still is what would be undone next. Where it was undone, the sheet is compared anew; where
     * something came after it, undoing it from here is no longer offered.
     */
    public void refresh() {
        Edit imported = done.get();
        if (imported == null) {
            return;
        }
        looking.submit(
                progress -> undoable.call().map(Edit::number).orElse(Long.MIN_VALUE),
                number -> {
                    last.set(number == imported.number());
                    if (number < imported.number()) {
                        done.set(null);
                        preview();
                    }
                },
                failure -> {});
    }

    private void forget() {
        stopPlanning();
        sheet.set(null);
        plan.set(null);
        looking.cancel();
        last.set(false);
        done.set(null);
        trouble.set("");
    }

    /** Takes a column as this field; empty to pass it over. */
    void map(int column, Optional<ImportField> field) {
        mapping.set(mapping.get().with(column, field));
        preview();
    }

    private void preview() {
        stopPlanning();
        plan.set(null);
        trouble.set("");
        ReadSheet read = sheet.get();
        if (read == null || done.get() != null) {
            return;
        }
        ColumnMapping columns = mapping.get();
        ImportOptions options = new ImportOptions(fillGaps.get(), replaceTags.get(), emptyClears.get());
        busy.set(true);
        Task<?>[] mine = new Task<?>[1];
        mine[0] = tasks.start(
                "Comparing " + read.file().getFileName(),
                progress -> imports.plan(read, columns, options, progress),
                found -> {
                    if (planning == mine[0]) {
                        busy.set(false);
                        plan.set(found);
                    }
                },
                failure -> {
                    if (planning == mine[0]) {
                        failed(failure);
                    }
                });
        planning = mine[0];
    }

    private void stopPlanning() {
        if (planning != null) {
            planning.cancel();
            planning = null;
        }
        busy.set(false);
    }

    private void failed(Exception failure) {
        busy.set(false);
        trouble.set(
                failure instanceof CancelledWork
                        ? "Stopped; change something, or open the sheet again."
                        : failure.getMessage());
    }

    /** Makes the changes, in one step. */
    void apply() {
        ImportPlan wanted = plan.get();
        if (wanted == null || wanted.changes().isEmpty() || readOnly) {
            return;
        }
        busy.set(true);
        plan.set(null);
        tasks.start(
                "Importing " + wanted.sheet().getFileName(),
                progress -> {
                    progress.phase("Changing", wanted.changes().size());
                    return imports.apply(wanted);
                },
                edit -> {
                    busy.set(false);
                    edit.ifPresent(done::set);
                    last.set(edit.isPresent());
                    changed.run();
                    tasks.tell(edit.map(e -> ClipText.count(e.clips(), "sound", "sounds") + " changed.")
                            .orElse("Nothing changed."));
                },
                this::failed);
    }

    ReadOnlyObjectProperty<ReadSheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ColumnMapping> mapping() {
        return mapping.getReadOnlyProperty();
    }

    /** What would change; null while that is not known. */
    ReadOnlyObjectProperty<ImportPlan> plan() {
        return plan.getReadOnlyProperty();
    }

    /** The step that was taken; null before. */
    ReadOnlyObjectProperty<Edit> done() {
        return done.getReadOnlyProperty();
    }

    /** Whether that step is what would be undone next. */
    ReadOnlyBooleanProperty last() {
        return last.getReadOnlyProperty();
    }

    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    BooleanProperty fillGaps() {
        return fillGaps;
    }

    BooleanProperty replaceTags() {
        return replaceTags;
    }

    BooleanProperty emptyClears() {
        return emptyClears;
    }

    boolean readOnly() {
        return readOnly;
    }
}
