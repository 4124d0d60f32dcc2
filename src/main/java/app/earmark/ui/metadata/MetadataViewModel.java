package app.earmark.ui.metadata;

import app.earmark.assembly.MetadataEditor;
import app.earmark.assembly.MetadataEditor.Written;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.InTurn;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** What would be written into the files of chosen sounds; written on a word. */
public final class MetadataViewModel {

    private static final int REPORTED_EVERY = 50;

    private final Supplier<MetadataEditor> editor;
    private final boolean readOnly;
    private final TaskListViewModel tasks;
    private final InTurn turn;
    private final Background background;
    private final Runnable changed;
    private final NewestWins planning;
    private final NewestWins reading;
    private final ObservableList<MetadataPlan> plans = FXCollections.observableArrayList();
    private final ObservableList<FieldChoice> fields = FXCollections.observableArrayList();
    private final ObservableList<TextLine> differences = FXCollections.observableArrayList();
    private final ObservableList<TextLine> present = FXCollections.observableArrayList();
    private final ObservableSet<Path> leftOut = FXCollections.observableSet();
    private final BooleanProperty modelTags = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
    private List<ClipId> clips = List.of();
    private List<MetadataPlan> full = List.of();
    /** What was done last, in the place of what could be done, until a choice changes. */
    private String told = "";
    /** How many files would change when that was told; negative before it is known. */
    private long toldOf = -1;

    /**
     * @param editor asked in the background
     * @param turn shared with whoever edits and undoes
     * @param changed called when files were written
     */
    public MetadataViewModel(
            Supplier<MetadataEditor> editor,
            boolean readOnly,
            TaskListViewModel tasks,
            InTurn turn,
            Background background,
            Runnable changed) {
        this.editor = editor;
        this.readOnly = readOnly;
        this.tasks = tasks;
        this.turn = turn;
        this.background = background;
        this.changed = changed;
        planning = new NewestWins(background);
        reading = new NewestWins(background);
        modelTags.addListener((property, before, now) -> {
            told = "";
            compare();
        });
    }

    /** Compares what is known of these sounds with what their files say. */
    public void open(List<ClipId> chosen) {
        close();
        clips = List.copyOf(chosen);
        compare();
    }

    /** Forgets the sounds. */
    public void close() {
        planning.cancel();
        reading.cancel();
        clips = List.of();
        told = "";
        full = List.of();
        plans.clear();
        fields.clear();
        leftOut.clear();
        differences.clear();
        present.clear();
        summary.set("");
        trouble.set("");
        remark.set("");
        ready.set(false);
    }

    /** Looks again where something else changed the catalogue while the page is open. */
    public void refresh() {
        if (!clips.isEmpty()) {
            compare();
        }
    }

    private void compare() {
        if (clips.isEmpty()) {
            return;
        }
        ready.set(false);
        List<ClipId> chosen = clips;
        boolean ofModel = modelTags.get();
        comparing.set(true);
        if (plans.isEmpty()) {
            summary.set("Comparing " + ClipText.count(chosen.size(), "file", "files") + "…");
        }
        planning.submit(
                progress -> editor.get().plan(chosen, ofModel, new Counting(progress)),
                made -> {
                    full = made;
                    offer(made);
                    choose();
                },
                this::notCompared);
    }

    /** Fields that some file would get; those that were unticked before stay so. */
    private void offer(List<MetadataPlan> made) {
        Set<String> names = new TreeSet<>();
        made.stream()
                .filter(MetadataPlan::changesFile)
                .forEach(plan -> names.addAll(plan.fields().values().keySet()));
        Set<String> known = fields.stream().map(FieldChoice::name).collect(Collectors.toSet());
        for (String name : names) {
            if (!known.contains(name)) {
                FieldChoice choice = new FieldChoice(name);
                choice.chosen().addListener((property, before, now) -> {
                    told = "";
                    choose();
                });
                fields.add(choice);
            }
        }
    }

    /** Leaves out what is not to be written. */
    private void choose() {
        Set<String> without = fields.stream()
                .filter(field -> !field.chosen().get())
                .map(FieldChoice::name)
                .collect(Collectors.toSet());
        List<MetadataPlan> all = full;
        ready.set(false);
        planning.submit(
                progress -> without.isEmpty() ? all : reduced(all, without, new Counting(progress)),
                this::show,
                this::notCompared);
    }

    private List<MetadataPlan> reduced(List<MetadataPlan> all, Set<String> without, Progress progress)
            throws CancelledWork {
        MetadataEditor comparing = editor.get();
        List<MetadataPlan> some = new ArrayList<>();
        for (MetadataPlan plan : all) {
            progress.throwIfCancelled();
            some.add(plan.changesFile() ? comparing.plan(plan.file(), less(plan.fields(), without)) : plan);
            progress.advanced(some.size(), 0);
        }
        return some;
    }

    private static ClipFields less(ClipFields fields, Set<String> without) {
        return new ClipFields(fields.values().entrySet().stream()
                .filter(field -> !without.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private void notCompared(Exception failure) {
        comparing.set(false);
        trouble.set("The files could not be compared: " + failure.getMessage());
    }

    private void show(List<MetadataPlan> made) {
        comparing.set(false);
        trouble.set("");
        plans.setAll(made);
        tell();
    }

    private void tell() {
        List<MetadataPlan> made = plans;
        long able = made.stream().filter(MetadataPlan::changesFile).count();
        long changing = chosen().size();
        if (toldOf >= 0 && toldOf != changing) {
            told = ""; // undone, or something else changed
        }
        toldOf = changing;
        long refused = made.stream().filter(plan -> plan.refusal().isPresent()).count();
        String would = ClipText.count(changing, "file", "files") + " would change"
                + more(made.size() - able - refused, "says all this already", "say all this already")
                + more(refused, "can't be written", "can't be written")
                + more(able - changing, "left out", "left out");
        summary.set(told.isEmpty() ? would : told);
        ready.set(!readOnly && changing > 0);
    }

    private static String more(long count, String one, String several) {
        return count == 0 ? "" : ", " + ClipText.count(count, one, several);
    }

    /** Why a file can't be written, or what else would happen to it; without its name. */
    static String remark(MetadataPlan plan) {
        String file = plan.file().toString();
        return plan.refusal()
                .map(refusal -> refusal.startsWith(file + " ")
                        ? refusal.substring(file.length() + 1)
                        : refusal.replace(" " + file, ""))
                .orElse(String.join(" ", plan.notes()));
    }

    private List<MetadataPlan> chosen() {
        return plans.stream()
                .filter(plan -> plan.changesFile() && !leftOut.contains(plan.file()))
                .toList();
    }

    /** Leaves one file as it is, or takes it in again. */
    public void toggle(MetadataPlan plan) {
        if (plan.changesFile()) {
            if (!leftOut.remove(plan.file())) {
                leftOut.add(plan.file());
            }
            told = "";
            tell();
        }
    }

    /** Files that stay as they are because the person said so. */
    public ObservableSet<Path> leftOut() {
        return leftOut;
    }

    /** Shows one file's differences, and reads what it says now. */
    public void look(MetadataPlan plan) {
        differences.setAll(plan == null ? List.of() : TextLine.of(plan.differences()));
        remark.set(plan == null ? "" : plan.refusal().orElse(remark(plan)));
        present.clear();
        if (plan == null) {
            reading.cancel();
            return;
        }
        Path file = plan.file();
        reading.submit(
                progress -> TextLine.of(editor.get().read(file)),
                present::setAll,
                failure -> remark.set(failure.getMessage()));
    }

    /** Writes what the table shows. */
    public void write() {
        if (!ready.get()) {
            return;
        }
        ready.set(false);
        List<MetadataPlan> chosen = chosen();
        turn.submit(ended -> tasks.start(
                "Writing metadata",
                progress -> editor.get().write(chosen, progress),
                written -> {
                    end(written);
                    ended.run();
                },
                failure -> {
                    trouble.set("The metadata could not be written: " + failure.getMessage());
                    changed.run();
                    ended.run();
                }));
    }

    private void end(Written written) {
        StringBuilder result =
                new StringBuilder(ClipText.count(written.written().size(), "file", "files") + " written");
        if (written.cancelled()) {
            result.append("; stopped before the rest");
        }
        if (!written.refused().isEmpty()) {
            long refused = written.refused().size();
            result.append("; ")
                    .append(ClipText.count(refused, "left as it was. ", "left as they were, one of them because: "))
                    .append(written.refused().values().iterator().next());
        }
        tasks.tell(result + (result.toString().endsWith(".") ? "" : "."));
        changed.run();
        told = result.toString();
        toldOf = -1;
        compare();
    }

    public ObservableList<MetadataPlan> plans() {
        return plans;
    }

    public ObservableList<FieldChoice> fields() {
        return fields;
    }

    /** Whether the files are still being compared. */
    public ReadOnlyBooleanProperty comparing() {
        return comparing.getReadOnlyProperty();
    }

    /** Of the file that is looked at. */
    public ObservableList<TextLine> differences() {
        return differences;
    }

    /** What the file that is looked at says now. */
    public ObservableList<TextLine> present() {
        return present;
    }

    /** Whether tags that only the model asserts are written, too. */
    public BooleanProperty modelTags() {
        return modelTags;
    }

    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** About the file that is looked at. */
    public ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Says now and then how far comparing is. */
    private final class Counting implements Progress {

        private final Progress request;

        Counting(Progress request) {
            this.request = request;
        }

        @Override
        public void advanced(long done, long failed) {
            if (done % REPORTED_EVERY == 0 && !request.isCancelled()) {
                background.show(() -> summary.set("Comparing: " + ClipText.count(done, "file", "files") + "…"));
            }
        }

        @Override
        public boolean isCancelled() {
            return request.isCancelled();
        }
    }
}
