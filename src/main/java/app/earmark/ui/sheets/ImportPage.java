package app.earmark.ui.sheets;

import app.earmark.importing.ImportPlan;
import app.earmark.importing.ReadSheet;
import app.earmark.importing.RowNote;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a sheet that comes in would change, before it does; in the place of the results until it is closed. */
public final class ImportPage extends VBox {

    private final ImportViewModel model;
    private final Supplier<Optional<Path>> chooseSheet;
    private final ColumnTable columns;
    private final ListView<PreviewText.Line> preview = new ListView<>();
    private final ComboBox<PreviewText.Part> part = new ComboBox<>();
    private final Label reading = new Label();
    private final Label outcome = new Label();
    private final Button apply = PageHeader.action("Import", Feather.CHECK);
    private final Button undo = new Button("Undo", Icons.of(Feather.CORNER_UP_LEFT));

    /**
     * @param chooseSheet asks for a file
     * @param takeBack undoes the newest step
     * @param leave goes back to the results
     */
    public ImportPage(ImportViewModel model, Supplier<Optional<Path>> chooseSheet, Runnable takeBack, Runnable leave) {
        this.model = model;
        this.chooseSheet = chooseSheet;
        setId("import-page");
        getStyleClass().add("page");
        columns = new ColumnTable(model);
        Button other = new Button("Other sheet…", Icons.of(Feather.FOLDER));
        other.setId("other-sheet");
        other.setOnAction(event -> choose());
        apply.setId("apply-import");
        apply.setOnAction(event -> {
            preview.requestFocus(); // the button is about to be disabled, and would give the keyboard to anybody
            model.apply();
        });
        undo.setId("undo-import");
        undo.setOnAction(event -> {
            Icons.show(undo, false);
            takeBack.run();
        });
        reading.setId("sheet-reading");
        reading.setWrapText(true);
        reading.setMinHeight(USE_PREF_SIZE);
        reading.getStyleClass().add("sheet-line");
        outcome.setId("import-outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(USE_PREF_SIZE);
        preview.setId("import-preview");
        preview.setAccessibleText("What would change, row by row");
        preview.setPlaceholder(new Label("What would change stands here, row by row."));
        preview.setCellFactory(WrappedLine::new);
        parts();
        FlowPane options = new FlowPane(
                16,
                4,
                option("Fill gaps only", "fill-gaps", "Texts and categories that are there stay", model.fillGaps()),
                option(
                        "Tags replace those there",
                        "replace-tags",
                        "Tags that a row does not list cease to hold; otherwise the sheet's tags join them",
                        model.replaceTags()),
                option(
                        "Empty cells empty their field",
                        "empty-clears",
                        "Otherwise an empty cell says nothing",
                        model.emptyClears()));
        options.getStyleClass().add("sheet-line");
        SplitPane parts = new SplitPane(columns, new VBox(part, preview));
        parts.setOrientation(javafx.geometry.Orientation.VERTICAL);
        parts.setDividerPositions(0.42);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new PageHeader("Import", leave, other, undo, apply),
                        PageHeader.explanation(
                                "Nothing changes until you say so. What the sheet says becomes your own word, in"
                                        + " one step that can be undone; no sound file is touched."),
                        PageHeader.trouble(model.trouble()),
                        reading,
                        options,
                        outcome,
                        parts);
        apply.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.readOnly()
                                || model.plan().get() == null
                                || model.plan().get().changes().isEmpty(),
                        model.plan()));
        model.sheet().addListener((property, before, now) -> show(now));
        model.plan().addListener((property, before, now) -> show(now));
        model.busy().addListener((property, before, now) -> {
            if (now) {
                outcome.setText("Comparing…");
            } else if (model.plan().get() == null && model.done().get() == null) {
                outcome.setText("");
            }
        });
        model.done().addListener((property, before, now) -> {
            if (now != null) {
                preview.getItems().clear();
                Icons.show(part, false);
                outcome.setText(ClipText.count(now.clips(), "sound", "sounds") + " changed by this sheet.");
            }
        });
        model.last().addListener((property, before, now) -> Icons.show(undo, now));
        Icons.show(undo, false);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    /** Which lines are listed, where there is more than one kind. */
    private void parts() {
        part.setId("import-part");
        part.setAccessibleText("What is listed");
        part.setMinWidth(USE_PREF_SIZE);
        part.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                preview.getItems().setAll(now.lines());
            }
        });
        Icons.show(part, false);
        VBox.setMargin(part, new Insets(6, 18, 6, 18));
        VBox.setVgrow(preview, Priority.ALWAYS);
        outcome.getStyleClass().add("sheet-line");
    }

    private CheckBox option(String text, String id, String explanation, BooleanProperty value) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setTooltip(new Tooltip(explanation));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private void show(ReadSheet sheet) {
        reading.setText(sheet == null ? "" : sheet.file() + "\nRead as " + sheet.reading() + ".");
        columns.show(sheet);
    }

    private void show(ImportPlan plan) {
        if (plan == null) {
            preview.getItems().clear();
            part.getItems().clear();
            Icons.show(part, false);
            return;
        }
        List<PreviewText.Part> all = PreviewText.of(plan);
        part.getItems().setAll(all);
        part.setValue(all.get(0));
        Icons.show(part, all.size() > 1);
        List<String> parts = new ArrayList<>();
        parts.add(ClipText.count(plan.rows(), "row", "rows"));
        parts.add(
                plan.matched().isEmpty()
                        ? "none matched"
                        : plan.matched().entrySet().stream()
                                .sorted(java.util.Map.Entry.comparingByKey())
                                .map(by -> ClipText.count(by.getValue()) + " matched by "
                                        + by.getKey().words())
                                .collect(Collectors.joining(", ")));
        long unmatched = plan.notes(RowNote.Kind.UNMATCHED) + plan.notes(RowNote.Kind.AMBIGUOUS);
        if (unmatched > 0) {
            parts.add(ClipText.count(unmatched) + " not matched");
        }
        outcome.setText(String.join(", ", parts) + ". "
                + (plan.changes().isEmpty()
                        ? "Nothing would change."
                        : ClipText.count(plan.changes().size(), "sound", "sounds") + " would change."));
    }

    /** Asks for another sheet. */
    private void choose() {
        chooseSheet.get().ifPresent(model::open);
    }

    /** Takes the keyboard, and asks for a sheet where there is none. */
    public void open() {
        requestFocus();
        if (model.sheet().get() == null || model.done().get() != null) {
            choose();
        }
    }

    @Override
    public void requestFocus() {
        columns.requestFocus();
    }
}
