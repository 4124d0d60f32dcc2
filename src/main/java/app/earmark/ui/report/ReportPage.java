package app.earmark.ui.report;

import app.earmark.teaching.LabelReport;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.EmptyState;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A table of labels with precision, recall and counts; in the place of the results until it is closed. */
public final class ReportPage extends VBox {

    private final ReportViewModel model;
    private final TableView<LabelReport> table;

    /**
     * @param leave goes back to the results
     * @param teach asks about sounds for a label
     */
    public ReportPage(ReportViewModel model, Runnable leave, Consumer<String> teach) {
        this.model = model;
        setId("report-page");
        getStyleClass().add("page");
        Button again = Icons.button(Feather.REFRESH_CW, "Measure again", model::measure);
        again.disableProperty().bind(model.measuring());
        table = new TableView<>(model.rows());
        table.setId("report-table");
        table.getStyleClass().addAll("dense", "results");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .addAll(java.util.List.of(
                        words("Label", 190, model::nameOf),
                        number(
                                "Confirmed",
                                92,
                                report -> report.label().evidence().confirmed(),
                                report ->
                                        ClipText.count(report.label().evidence().confirmed())),
                        number(
                                "Rejected",
                                86,
                                report -> report.label().evidence().rejected(),
                                report ->
                                        ClipText.count(report.label().evidence().rejected())),
                        number(
                                "Precision",
                                88,
                                report -> report.precision().orElse(-1),
                                report -> ReportViewModel.share(report.precision())),
                        number(
                                "Recall",
                                72,
                                report -> report.recall().orElse(-1),
                                report -> ReportViewModel.share(report.recall())),
                        number(
                                "Ranking",
                                84,
                                report -> report.averagePrecision().orElse(-1),
                                report -> ClipText.score(report.averagePrecision())),
                        number(
                                "Threshold",
                                92,
                                report -> report.threshold().orElse(-1),
                                report -> ReportViewModel.share(report.threshold())),
                        number(
                                "Best at",
                                76,
                                report -> report.suggestedThreshold().orElse(-1),
                                report -> ReportViewModel.share(report.suggestedThreshold())),
                        words("", 140, ReportViewModel::remark)));
        EmptyState nothing = new EmptyState(Feather.BAR_CHART_2);
        model.measuring().addListener((property, before, now) -> sayNothing(nothing));
        sayNothing(nothing);
        table.setPlaceholder(nothing);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new PageHeader("Report", leave, again),
                        PageHeader.explanation(
                                "How often each label is right, by what you confirmed and rejected; every"
                                        + " sound is judged by a model that did not learn from it. The sounds you judge are no"
                                        + " random sample, so the figures are about sounds like those."),
                        PageHeader.trouble(model.trouble()),
                        table);
        setOnKeyPressed(event -> {
            LabelReport chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
            } else if (event.getCode() == KeyCode.ENTER && chosen != null) {
                teach.accept(chosen.label().label());
            } else {
                return;
            }
            event.consume();
        });
    }

    private void sayNothing(EmptyState nothing) {
        if (model.measuring().get()) {
            nothing.say(
                    "Measuring …", "Each label is learnt several times over, to judge it on sounds it has not seen.");
        } else {
            nothing.say(
                    "Nothing to report yet",
                    "Confirm and reject some tags first; ten of each make the figures of a label mean something.");
        }
    }

    private static TableColumn<LabelReport, LabelReport> words(
            String title, double width, Function<LabelReport, String> text) {
        return column(title, width, text, Comparator.comparing(text), "fact-cell");
    }

    private static TableColumn<LabelReport, LabelReport> number(
            String title, double width, ToDoubleFunction<LabelReport> value, Function<LabelReport, String> text) {
        TableColumn<LabelReport, LabelReport> column =
                column(title, width, text, Comparator.comparingDouble(value), "number-cell");
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<LabelReport, LabelReport> column(
            String title,
            double width,
            Function<LabelReport, String> text,
            Comparator<LabelReport> order,
            String style) {
        TableColumn<LabelReport, LabelReport> column = new TableColumn<>();
        Label heading = new Label(title);
        heading.setMinWidth(Label.USE_PREF_SIZE);
        if (!ReportViewModel.meaning(title).isEmpty()) {
            Tooltip meaning = new Tooltip(ReportViewModel.meaning(title));
            meaning.setWrapText(true);
            meaning.setMaxWidth(360);
            heading.setTooltip(meaning);
        }
        column.setGraphic(heading);
        column.setText(null);
        column.setPrefWidth(width);
        column.setMinWidth(width < 140 ? width : 100);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        column.setCellFactory(owner -> new TableCell<>() {
            {
                getStyleClass().add(style);
                setStyle(style.equals("number-cell") ? "-fx-alignment: center-right;" : "");
            }

            @Override
            protected void updateItem(LabelReport report, boolean empty) {
                super.updateItem(report, empty);
                setText(empty || report == null ? null : text.apply(report));
            }
        });
        return column;
    }

    /** Measures, and takes the keyboard. */
    public void open() {
        model.measure();
        requestFocus();
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }
}
