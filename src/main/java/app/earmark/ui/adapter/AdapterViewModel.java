package app.earmark.ui.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.teaching.adapter.AdapterReport;
import app.earmark.teaching.adapter.AdapterStatus;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.TaskListViewModel;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.concurrent.Task;

/** What was learnt from names, in words, and learning it. */
public final class AdapterViewModel {

    private final AdapterService service;
    private final TaskListViewModel tasks;
    private final Background background;
    private final boolean readOnly;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper fitted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper used = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper learning = new ReadOnlyBooleanWrapper();
    private Task<?> running;

    public AdapterViewModel(AdapterService service, TaskListViewModel tasks, Background background, boolean readOnly) {
        this.service = service;
        this.tasks = tasks;
        this.background = background;
        this.readOnly = readOnly;
    }

    /** Reads where it stands. */
    public void refresh() {
        background.load(service::status, this::show, this::failed);
    }

    /** Learns, beside what the person does. */
    public void learn() {
        if (readOnly || learning.get()) {
            return;
        }
        learning.set(true);
        running = tasks.start(
                "Learning from names",
                service::fit,
                status -> {
                    learning.set(false);
                    show(status);
                    tasks.tell("Learning from names: " + status.sentence());
                },
                failure -> {
                    learning.set(false);
                    failed(failure);
                });
    }

    /** Stops learning; what was there before stays. */
    public void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    public void forget() {
        if (!readOnly && !learning.get()) {
            background.load(service::remove, this::show, this::failed);
        }
    }

    private void show(AdapterStatus status) {
        sentence.set(status.sentence());
        fitted.set(status.fitted().isPresent());
        used.set(status.used());
        outdated.set(status.outdated());
        detail.set(status.fitted().map(AdapterViewModel::describe).orElse(""));
    }

    private static String describe(AdapterStatus.Fitted fitted) {
        AdapterReport report = fitted.report();
        return String.format(
                Locale.ROOT,
                "Learnt from %,d sounds with %,d different names; of %,d names looked at, %,d say nothing.",
                report.clips(),
                report.captions(),
                report.looked(),
                report.nameless());
    }

    private void failed(Exception failure) {
        if (!(failure instanceof CancelledWork)) {
            tasks.warn("Names could not be learnt from: " + failure.getMessage());
        }
    }

    public boolean readOnly() {
        return readOnly;
    }

    public ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty detail() {
        return detail.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty fitted() {
        return fitted.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty used() {
        return used.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty learning() {
        return learning.getReadOnlyProperty();
    }
}
