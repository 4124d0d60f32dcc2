package app.earmark.ui.models;

import app.earmark.library.PackId;
import app.earmark.progress.CancelledWork;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models there are and what the person does with them; all work runs as tasks that the window goes on beside. */
public final class ModelsViewModel {

    private static final String PRECISION = "models.precision.";

    private final ModelService service;
    private final TaskListViewModel tasks;
    private final Settings settings;
    private final Background background;
    private final NewestWins reading;
    private final Runnable chosen;
    private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<UseOffer> offer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** @param chosen called when another pack was put to use */
    public ModelsViewModel(
            ModelService service, TaskListViewModel tasks, Settings settings, Background background, Runnable chosen) {
        this.service = service;
        this.tasks = tasks;
        this.settings = settings;
        this.background = background;
        this.chosen = chosen;
        reading = new NewestWins(background);
    }

    /** Reads again what there is. */
    public void refresh() {
        reading.submit(progress -> service.cards(), this::show, failure -> trouble.set(failure.getMessage()));
    }

    private void show(List<ModelCard> cards) {
        trouble.set("");
        Map<String, ModelRow> old = new HashMap<>();
        rows.forEach(row -> old.put(row.cardNow().key(), row));
        List<ModelRow> fresh = new ArrayList<>();
        for (ModelCard card : cards) {
            ModelRow row = old.getOrDefault(card.key(), new ModelRow(card));
            row.show(card);
            card.pack()
                    .flatMap(pack -> ModelSpeed.remembered(settings, pack.id()))
                    .ifPresent(row::showSpeed);
            fresh.add(row);
        }
        if (!rows.equals(fresh)) {
            rows.setAll(fresh);
        }
    }

    /** Fetches a model, or goes on fetching it. */
    void get(ModelRow row, String precision) {
        String repository = row.cardNow().repository().orElseThrow();
        settings.set(PRECISION + repository, precision);
        run(
                row,
                "Getting " + row.cardNow().name(),
                progress -> service.get(repository, precision, progress),
                pack -> {
                    row.end("");
                    arrived(pack);
                },
                failure -> stopped(row, repository, failure),
                true);
    }

    /** The way to fetch a model that was taken last, else the recommended one. */
    ModelCard.Choice choice(ModelCard card) {
        String last = settings.text(PRECISION + card.repository().orElse(""), "");
        return card.choices().stream()
                .filter(choice -> choice.precision().equals(last))
                .findFirst()
                .orElse(card.choices().get(0));
    }

    /** Ends the fetching; what was fetched is kept. */
    void pause(ModelRow row) {
        row.cancelTask(false);
    }

    /** Ends the fetching and deletes what was fetched. */
    void cancel(ModelRow row) {
        if (row.atWork()) {
            row.cancelTask(true);
        } else {
            discard(row, row.cardNow().repository().orElseThrow());
        }
    }

    private void stopped(ModelRow row, String repository, Exception failure) {
        if (row.discarding()) {
            row.end("");
            discard(row, repository);
        } else if (failure instanceof CancelledWork) {
            row.end("Paused. What was fetched is kept.");
            refresh();
        } else {
            row.end(failure.getMessage());
            tasks.warn(failure.getMessage());
            refresh();
        }
    }

    private void discard(ModelRow row, String repository) {
        background.load(
                () -> {
                    service.discard(repository);
                    return true;
                },
                done -> {
                    row.say("");
                    refresh();
                },
                failure -> row.say(failure.getMessage()));
    }

    /** Takes a model from a folder or archive. */
    public void importFrom(Path place) {
        tasks.start(
                "Importing " + place.getFileName(),
                progress -> service.importFrom(place, progress),
                this::arrived,
                failure -> tasks.warn(
                        failure instanceof CancelledWork
                                ? "Import stopped; nothing was changed."
                                : failure.getMessage()));
    }

    private void arrived(PackId pack) {
        refresh();
        offerUse(pack);
    }

    /** Finds out what using a pack would mean, and asks. */
    void offerUse(ModelRow row) {
        row.cardNow().pack().ifPresent(pack -> offerUse(pack.id()));
    }

    private void offerUse(PackId pack) {
        tasks.start(
                "Trying the model",
                progress -> {
                    Optional<ModelSpeed> known = ModelSpeed.remembered(settings, pack);
                    ModelSpeed speed = known.isPresent() ? known.get() : service.speed(pack, progress);
                    return new Tried(
                            nameOf(pack), speed, service.amount(pack, speed.windowSeconds(), speed.mostWindows()));
                },
                tried -> {
                    remember(pack, tried.speed());
                    offer.set(UseOffer.of(pack, tried.name(), tried.amount(), Optional.of(tried.speed())));
                },
                failure -> {
                    if (!(failure instanceof CancelledWork)) {
                        tasks.warn(failure.getMessage());
                    }
                });
    }

    private String nameOf(PackId pack) throws Exception {
        return service.cards().stream()
                .filter(card ->
                        card.pack().filter(shelved -> shelved.id().equals(pack)).isPresent())
                .map(ModelCard::name)
                .findFirst()
                .orElse(pack.toString());
    }

    /** The person says yes. */
    void acceptOffer() {
        UseOffer accepted = offer.get();
        offer.set(null);
        background.load(
                () -> {
                    service.use(accepted.pack());
                    return true;
                },
                done -> {
                    tasks.tell(accepted.name() + " is in use.");
                    refresh();
                    chosen.run();
                },
                failure -> tasks.warn(failure.getMessage()));
    }

    void declineOffer() {
        offer.set(null);
    }

    /** Looks whether a pack's files are what they were. */
    void verify(ModelRow row) {
        PackId pack = row.cardNow().pack().orElseThrow().id();
        run(
                row,
                "Checking " + row.cardNow().name(),
                progress -> service.verify(pack, progress),
                wrong -> row.end(wrong.orElse("Every file is as it should be.")),
                failure -> ended(row, failure),
                false);
    }

    /** Measures how fast a pack is here. */
    void measure(ModelRow row) {
        PackId pack = row.cardNow().pack().orElseThrow().id();
        run(
                row,
                "Measuring " + row.cardNow().name(),
                progress -> service.speed(pack, progress),
                speed -> {
                    row.end("");
                    remember(pack, speed);
                },
                failure -> ended(row, failure),
                false);
    }

    private void remember(PackId pack, ModelSpeed speed) {
        speed.remember(settings, pack);
        rows.stream()
                .filter(row -> row.cardNow().pack().map(ModelCard.Shelved::id).equals(Optional.of(pack)))
                .forEach(row -> row.showSpeed(speed));
    }

    /** Deletes a pack from the shelf. */
    void remove(ModelRow row) {
        ModelCard card = row.cardNow();
        PackId pack = card.pack().orElseThrow().id();
        background.load(
                () -> service.remove(pack),
                bytes -> {
                    tasks.tell(card.name() + " is removed; " + ClipText.size(bytes) + " are free.");
                    if (offer.get() != null && offer.get().pack().equals(pack)) {
                        offer.set(null);
                    }
                    refresh();
                },
                failure -> row.say(failure.getMessage()));
    }

    private static void ended(ModelRow row, Exception failure) {
        row.end(failure instanceof CancelledWork ? "" : failure.getMessage());
    }

    private <T> void run(
            ModelRow row,
            String title,
            NewestWins.Work<T> work,
            Consumer<T> then,
            Consumer<Exception> failed,
            boolean getting) {
        if (!row.atWork()) {
            row.begin(tasks.start(title, work, then, failed), getting);
        }
    }

    ObservableList<ModelRow> rows() {
        return rows;
    }

    /** A pack to put to use, which the person decides on; null while there is none. */
    ReadOnlyObjectProperty<UseOffer> offer() {
        return offer.getReadOnlyProperty();
    }

    /** A sentence about why the models can't be listed, or the empty string. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    private record Tried(String name, ModelSpeed speed, ModelService.Amount amount) {}
}
