package app.earmark.ui.shell;

import app.earmark.indexing.ScanReport;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.concurrent.Task;

/** Scans under way, one after the other, and the sentence each ends with. */
final class ScanViewModel {

    private static final long TURN_POLL_MILLIS = 200;

    private final WindowParts parts;
    private final TaskListViewModel tasks;
    private final Runnable finished;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
    private Task<?> relistening;

    /**
     * @param finished called when a scan ended, however it did
     */
    ScanViewModel(WindowParts parts, TaskListViewModel tasks, Runnable finished) {
        this.parts = parts;
        this.tasks = tasks;
        this.finished = finished;
    }

    void scan(List<Path> folders, boolean acceptMissing) {
        if (folders.isEmpty() || refused()) {
            return;
        }
        String names = folders.stream().map(ScanViewModel::nameOf).collect(Collectors.joining(", "));
        start("Scanning " + names, progress -> inTurn(progress, scanOf(folders, acceptMissing)));
    }

    void scanSamples() {
        if (!refused()) {
            start("Scanning the sample sounds", progress -> {
                progress.phase("Unpacking", -1);
                return inTurn(progress, scanOf(List.of(parts.samples().unpack()), false));
            });
        }
    }

    /** The chosen model listens to what only others have heard. */
    void relisten() {
        if (!refused()) {
            if (relistening != null) {
                relistening.cancel(); // with the model chosen before; what it heard is kept
            }
            relistening =
                    start("Listening with the chosen model", progress -> inTurn(progress, parts.relistening()::listen));
        }
    }

    private boolean refused() {
        if (parts.readOnly()) {
            tasks.warn(parts.notice().orElse("This catalogue is open read-only, so nothing can be added to it."));
        }
        return parts.readOnly();
    }

    private Task<?> start(String title, NewestWins.Work<ScanReport> work) {
        running.set(running.get() + 1);
        return tasks.start(
                title,
                work,
                report -> {
                    running.set(running.get() - 1);
                    finished.run();
                    if (report.absent().isEmpty()) {
                        tasks.tell(sentence(report));
                    } else {
                        tasks.warn(sentence(report));
                    }
                },
                failure -> {
                    running.set(running.get() - 1);
                    finished.run();
                    if (failure instanceof CancelledWork) {
                        tasks.tell("Scan stopped before it began.");
                    } else {
                        tasks.warn("The scan did not work: " + failure.getMessage());
                    }
                });
    }

    private NewestWins.Work<ScanReport> scanOf(List<Path> folders, boolean acceptMissing) {
        return progress -> parts.scans().scan(folders, acceptMissing, progress);
    }

    private ScanReport inTurn(Progress progress, NewestWins.Work<ScanReport> work) throws Exception {
        while (!turn.tryLock(TURN_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            progress.phase("Waiting for the scan before", -1);
            progress.throwIfCancelled();
        }
        try {
            return work.run(progress);
        } finally {
            turn.unlock();
        }
    }

    static String sentence(ScanReport report) {
        if (!report.absent().isEmpty()) {
            String names =
                    report.absent().stream().map(library -> library.name()).collect(Collectors.joining(", "));
            return "Most sounds of " + names
                    + " are missing, so nothing was marked. Connect its drive and scan again, or"
                    + " choose “Mark missing sounds offline” in its menu.";
        }
        StringBuilder text = new StringBuilder();
        text.append(report.cancelled() ? "Scan stopped: " : "Scan done: ")
                .append(ClipText.count(report.embedded(), "sound", "sounds"))
                .append(" listened to, ")
                .append(ClipText.count(report.unchanged()))
                .append(" unchanged");
        if (report.offline() > 0) {
            text.append(", ").append(ClipText.count(report.offline())).append(" offline");
        }
        if (report.failed() > 0) {
            text.append(", ").append(ClipText.count(report.failed())).append(" failed");
        }
        text.append(report.cancelled() ? ". Scan again to go on." : ".");
        return text.toString();
    }

    private static String nameOf(Path folder) {
        return folder.getFileName() == null
                ? folder.toString()
                : folder.getFileName().toString();
    }

    /** Scans running or waiting for their turn. */
    ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }
}
