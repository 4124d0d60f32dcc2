package app.earmark.ui.sheets;

import app.earmark.export.ColumnPreset;
import app.earmark.export.SheetColumn;
import app.earmark.export.SheetFailure;
import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which sounds and columns a sheet has, and the presets that keep choices of columns. */
public final class ExportViewModel {

    private static final String COLUMNS = "export.columns";

    private final SheetService sheets;
    private final Function<ExportScope, List<ClipId>> clips;
    private final TaskListViewModel tasks;
    private final Settings settings;
    private final Background background;
    private final NewestWins lane;
    private final ObservableList<ColumnPreset> presets = FXCollections.observableArrayList(ColumnPreset.BUILT_IN);
    private final ObservableList<SheetColumn> chosen = FXCollections.observableArrayList();
    private final ObjectProperty<ExportScope> scope = new SimpleObjectProperty<>(ExportScope.RESULTS);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** The preset that was taken or kept last. */
    private String named = "";

    /** @param clips those of a scope; for all sounds it asks the catalogue, and is called in the background */
    public ExportViewModel(
            SheetService sheets,
            Function<ExportScope, List<ClipId>> clips,
            TaskListViewModel tasks,
            Settings settings,
            Background background) {
        this.sheets = sheets;
        this.clips = clips;
        this.tasks = tasks;
        this.settings = settings;
        this.background = background;
        lane = new NewestWins(background);
        chosen.setAll(remembered());
    }

    private List<SheetColumn> remembered() {
        List<SheetColumn> columns = Arrays.stream(settings.text(COLUMNS, "").split("\t"))
                .flatMap(text -> SheetColumn.parse(text).stream())
                .toList();
        return columns.isEmpty() ? ColumnPreset.ALL.columns() : columns;
    }

    /** Reads the presets, and takes the selection where there is one. */
    void open() {
        scope.set(clips.apply(ExportScope.SELECTION).isEmpty() ? ExportScope.RESULTS : ExportScope.SELECTION);
        refresh();
    }

    private void refresh() {
        lane.submit(progress -> sheets.presets().all(), this::show, this::failed);
    }

    private void show(List<ColumnPreset> all) {
        presets.setAll(all);
        trouble.set("");
    }

    private void failed(Exception failure) {
        trouble.set(failure.getMessage());
    }

    ObservableList<ColumnPreset> presets() {
        return presets;
    }

    /** From left to right. */
    ObservableList<SheetColumn> chosen() {
        return chosen;
    }

    ObjectProperty<ExportScope> scope() {
        return scope;
    }

    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** The preset that has exactly these columns; of several the one that was taken or kept last. */
    Optional<ColumnPreset> preset() {
        return presets.stream()
                .filter(preset -> preset.columns().equals(chosen))
                .reduce((one, other) -> other.name().equalsIgnoreCase(named) ? other : one);
    }

    void take(ColumnPreset preset) {
        named = preset.name();
        choose(preset.columns());
    }

    private void choose(List<SheetColumn> columns) {
        chosen.setAll(columns);
        settings.set(COLUMNS, columns.stream().map(SheetColumn::toString).collect(Collectors.joining("\t")));
    }

    boolean has(String field) {
        return chosen.stream().anyMatch(column -> column.field().equals(field));
    }

    /** Adds a column at the right, or takes it away. */
    void toggle(String field) {
        List<SheetColumn> columns = new java.util.ArrayList<>(chosen);
        if (!columns.removeIf(column -> column.field().equals(field))) {
            columns.add(new SheetColumn(field));
        }
        choose(columns);
    }

    /** Moves a column by so many places. */
    void move(SheetColumn column, int by) {
        List<SheetColumn> columns = new java.util.ArrayList<>(chosen);
        int from = columns.indexOf(column);
        int to = Math.max(0, Math.min(columns.size() - 1, from + by));
        if (from >= 0 && to != from) {
            columns.add(to, columns.remove(from));
            choose(columns);
        }
    }

    /** Gives a column another heading. */
    void rename(SheetColumn column, String heading) {
        String wanted = heading.strip().replaceAll("[=\\t\\r\\n]", " ");
        choose(chosen.stream()
                .map(c -> c.equals(column) ? new SheetColumn(c.field(), wanted.isEmpty() ? c.field() : wanted) : c)
                .toList());
    }

    /** Whether a preset of the person's own has this name. */
    boolean replaces(String name) {
        return presets.stream()
                .anyMatch(preset -> !preset.builtIn() && preset.name().equalsIgnoreCase(name.strip()));
    }

    /** Keeps the columns as a preset of the person's own; {@code kept} is called when that went well. */
    void save(String name, Runnable kept) {
        List<SheetColumn> columns = List.copyOf(chosen);
        lane.submit(
                progress -> {
                    sheets.presets().save(name, columns);
                    return sheets.presets().all();
                },
                all -> {
                    named = name.strip();
                    show(all);
                    kept.run();
                },
                this::failed);
    }

    void remove(ColumnPreset preset) {
        lane.submit(
                progress -> {
                    sheets.presets().remove(preset.name());
                    return sheets.presets().all();
                },
                this::show,
                this::failed);
    }

    /** How many sounds a scope has; empty where only the catalogue knows. */
    Optional<Integer> count(ExportScope of) {
        return of == ExportScope.ALL
                ? Optional.empty()
                : Optional.of(clips.apply(of).size());
    }

    /** Says so where there would be no row. */
    boolean refuses(int sounds) {
        trouble.set(sounds == 0 ? "There is no sound to export; choose others beside “Sounds”." : "");
        return sounds == 0;
    }

    /** Writes the sheet; it shows among the tasks. */
    void export(Path target) {
        List<SheetColumn> columns = List.copyOf(chosen);
        ExportScope of = scope.get();
        List<ClipId> now = of == ExportScope.ALL ? null : clips.apply(of);
        tasks.start(
                "Exporting " + target.getFileName(),
                progress -> sheets.sheet()
                        .write(Objects.requireNonNullElseGet(now, () -> clips.apply(of)), columns, target, progress),
                rows -> tasks.tell(ClipText.count(rows, "sound", "sounds") + " exported to " + target + "."),
                failure -> tasks.warn(sentence(failure)));
    }

    private static String sentence(Exception failure) {
        return failure instanceof CancelledWork
                ? "Export stopped; no sheet was written."
                : failure instanceof SheetFailure
                        ? failure.getMessage()
                        : "The sheet could not be written: " + failure.getMessage();
    }
}
