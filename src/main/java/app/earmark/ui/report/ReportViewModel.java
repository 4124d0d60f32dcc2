package app.earmark.ui.report;

import app.earmark.progress.CancelledWork;
import app.earmark.teaching.LabelReport;
import app.earmark.teaching.Teaching;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.tags.ModelScore;
import app.earmark.ui.task.TaskListViewModel;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How good each label is; measured anew whenever it is asked for. */
public final class ReportViewModel {

    private final Teaching teaching;
    private final LabelChoices names;
    private final TaskListViewModel tasks;
    private final ObservableList<LabelReport> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    public ReportViewModel(Teaching teaching, LabelChoices names, TaskListViewModel tasks) {
        this.teaching = teaching;
        this.names = names;
        this.tasks = tasks;
    }

    /** Measures in the background; the rows change when it is done. */
    public void measure() {
        if (measuring.get()) {
            return;
        }
        measuring.set(true);
        trouble.set("");
        tasks.start(
                "Measuring labels",
                teaching::report,
                found -> {
                    measuring.set(false);
                    rows.setAll(found);
                },
                failure -> {
                    measuring.set(false);
                    trouble.set(
                            failure instanceof CancelledWork
                                    ? "Measuring was stopped."
                                    : "The labels could not be measured: " + failure.getMessage());
                });
    }

    /** {@code 82 %}, or a dash. */
    static String share(OptionalDouble share) {
        return share.isPresent() ? ModelScore.percent(share.getAsDouble()) : "–";
    }

    /** What to think of a row; blank where the figures speak for themselves. */
    static String remark(LabelReport report) {
        if (report.enough()) {
            return "";
        }
        int confirmed = report.label().evidence().confirmed();
        int rejected = report.label().evidence().rejected();
        return confirmed < LabelReport.LEAST && rejected < LabelReport.LEAST
                ? "too few"
                : confirmed < LabelReport.LEAST ? "too few confirmed" : "too few rejected";
    }

    /** What a column is about, or the empty string. */
    static String meaning(String column) {
        return switch (column) {
            case "Precision" -> "Of the sounds the model gives the label, how many are right.";
            case "Recall" -> "Of the sounds that have the label, how many the model gives it.";
            case "Ranking" ->
                "Average precision: how well right sounds come before wrong ones when they are sorted by the model's score."
                        + " 1 is perfect.";
            case "Threshold" -> "From which probability on the model gives the label.";
            case "Best at" -> "The threshold at which precision and recall together are best.";
            default -> "";
        };
    }

    String nameOf(LabelReport report) {
        return names.nameOf(report.label().label());
    }

    ObservableList<LabelReport> rows() {
        return rows;
    }

    ReadOnlyBooleanProperty measuring() {
        return measuring.getReadOnlyProperty();
    }

    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
