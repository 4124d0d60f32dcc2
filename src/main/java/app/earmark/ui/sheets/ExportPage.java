package app.earmark.ui.sheets;

import app.earmark.export.ColumnPreset;
import app.earmark.export.SheetColumn;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.LabelledField;
import app.earmark.ui.theme.PageHeader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Chooses what goes into a sheet; in the place of the results until it is closed. */
public final class ExportPage extends VBox {

    private final ExportViewModel model;
    private final ComboBox<ExportScope> scope = new ComboBox<>();
    private final ComboBox<ColumnPreset> presets = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField find = new TextField();
    private final ListView<String> known = new ListView<>();
    private final ListView<SheetColumn> chosen;
    private final Button export = PageHeader.action("Export…", Feather.SHARE);
    private boolean showing;

    /**
     * @param chooseTarget asks for the file, given how many sounds it is about; -1 for all
     * @param leave goes back to the results
     */
    public ExportPage(ExportViewModel model, IntFunction<Optional<Path>> chooseTarget, Runnable leave) {
        this.model = model;
        setId("export-page");
        getStyleClass().add("page");
        chosen = new ListView<>(model.chosen());
        chosen.setId("chosen-columns");
        chosen.setAccessibleText("Columns of the sheet, from left to right");
        chosen.setCellFactory(list -> new ChosenColumnCell(model));
        chosen.setEditable(true);
        chosen.addEventFilter(KeyEvent.KEY_PRESSED, this::chosenKeys);
        scopes();
        presets();
        known();
        export.setId("export-sheet");
        export.disableProperty().bind(Bindings.isEmpty(model.chosen()));
        export.setOnAction(event -> {
            int sounds = model.count(model.scope().get()).orElse(-1);
            if (model.refuses(sounds)) {
                return;
            }
            chooseTarget.apply(sounds).ifPresent(target -> {
                leave.run();
                model.export(target);
            });
        });
        Button save = new Button("Save as preset", Icons.of(Feather.BOOKMARK));
        save.setMinWidth(USE_PREF_SIZE);
        save.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.replaces(name.getText()) ? "Replace preset" : "Save as preset",
                        name.textProperty(),
                        model.presets()));
        save.setId("save-preset");
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty())
                        .or(Bindings.isEmpty(model.chosen())));
        save.setOnAction(event -> save());
        name.setId("preset-name");
        name.setPromptText("Name of a preset");
        name.setOnAction(event -> save());
        Button remove = Icons.button(Feather.TRASH_2, "Remove this preset of your own", this::removePreset);
        remove.setId("remove-preset");
        remove.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> presets.getValue() == null || presets.getValue().builtIn(), presets.valueProperty()));
        HBox preset = new LabelledField("Columns of", presets);
        preset.getChildren().add(remove);
        FlowPane what = new FlowPane(14, 8, new LabelledField("Sounds", scope), preset);
        what.setRowValignment(VPos.CENTER);
        what.getStyleClass().add("sheet-line");
        HBox keep = new HBox(8, name, save);
        keep.setAlignment(Pos.CENTER_LEFT);
        keep.getStyleClass().add("sheet-line");
        GridPane lists = lists();
        getChildren()
                .addAll(
                        new PageHeader("Export", leave, export),
                        PageHeader.explanation(
                                "A sheet has a row for each sound. “Everything” brings back all that you ever"
                                        + " said when it is imported again; the others suit other programs. The file's name"
                                        + " tells its kind: .csv, .tsv, .xlsx, .json or .jsonl."),
                        PageHeader.trouble(model.trouble()),
                        what,
                        lists,
                        keep);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        model.chosen().addListener((ListChangeListener<SheetColumn>) change -> showPreset());
        // later: the box itself forgets its value on such a change
        model.presets().addListener((ListChangeListener<ColumnPreset>) change -> Platform.runLater(this::showPreset));
        showPreset();
    }

    /** The columns there are and those of the sheet, their tops in one line. */
    private GridPane lists() {
        Label count = new Label();
        count.setId("column-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ClipText.count(model.chosen().size(), "column", "columns")
                                + " · F2 renames one, Alt+↑↓ moves it, Delete removes it",
                        model.chosen()));
        count.setWrapText(true);
        count.setMinHeight(USE_PREF_SIZE);
        count.getStyleClass().add("sheet-hint");
        GridPane lists = new GridPane();
        lists.setHgap(14);
        lists.setVgap(6);
        lists.addRow(0, find, count);
        lists.addRow(1, known, chosen);
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(38);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        lists.getColumnConstraints().addAll(left, right);
        GridPane.setVgrow(known, Priority.ALWAYS);
        GridPane.setVgrow(chosen, Priority.ALWAYS);
        lists.getStyleClass().add("sheet-lists");
        VBox.setVgrow(lists, Priority.ALWAYS);
        return lists;
    }

    private void scopes() {
        scope.setId("export-scope");
        scope.getItems().setAll(ExportScope.values());
        scope.valueProperty().bindBidirectional(model.scope());
    }

    /** With cells of now: one words its scope but once, and other sounds may be selected each time the page is opened. */
    private void countScopes() {
        scope.setCellFactory(list -> new ScopeCell(model));
        scope.setButtonCell(new ScopeCell(model));
    }

    private void presets() {
        presets.setId("presets");
        presets.setItems(model.presets());
        presets.setPromptText("Your choice");
        presets.setConverter(new StringConverter<>() {
            @Override
            public String toString(ColumnPreset preset) {
                return preset == null ? "" : preset.name();
            }

            @Override
            public ColumnPreset fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        presets.valueProperty().addListener((property, before, now) -> {
            // on a change of the presets the box chooses by itself, one of the same columns
            if (!showing && now != null && !now.columns().equals(model.chosen())) {
                model.take(now);
            }
        });
    }

    private void known() {
        FilteredList<String> fields = new FilteredList<>(FXCollections.observableArrayList(SheetColumn.known()));
        known.setId("known-columns");
        known.setAccessibleText("Columns there are");
        known.setItems(fields);
        known.setCellFactory(list -> new KnownColumnCell(model));
        known.setOnKeyPressed(event -> {
            String field = known.getSelectionModel().getSelectedItem();
            if (field != null && event.getCode() == KeyCode.ENTER) {
                model.toggle(field);
                event.consume();
            }
        });
        find.setId("find-column");
        find.setPromptText("Find a column");
        known.setTooltip(new Tooltip("Enter takes a column in, or leaves it out"));
        find.textProperty().addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            fields.setPredicate(field -> field.toLowerCase(Locale.ROOT).contains(wanted));
        });
    }

    /** Keys that do what the buttons of a line do. */
    private void chosenKeys(KeyEvent event) {
        int place = chosen.getSelectionModel().getSelectedIndex();
        SheetColumn column = chosen.getSelectionModel().getSelectedItem();
        if (column == null || event.getTarget() != chosen) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.toggle(column.field());
            chosen.getSelectionModel().select(Math.min(place, chosen.getItems().size() - 1));
        } else if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
            chosen.edit(place);
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            move(column, -1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            move(column, 1);
        } else {
            return;
        }
        event.consume();
    }

    private void move(SheetColumn column, int by) {
        model.move(column, by);
        chosen.getSelectionModel().clearAndSelect(chosen.getItems().indexOf(column));
        chosen.scrollTo(Math.max(0, chosen.getSelectionModel().getSelectedIndex() - 3));
    }

    private void save() {
        if (!name.getText().isBlank()) {
            model.save(name.getText(), name::clear);
        }
    }

    private void removePreset() {
        if (presets.getValue() != null) {
            model.remove(presets.getValue());
        }
    }

    private void showPreset() {
        showing = true;
        presets.setValue(null);
        presets.setValue(model.preset().orElse(null));
        showing = false;
        known.refresh();
    }

    /** Reads the presets, and takes the keyboard. */
    public void open() {
        model.open();
        countScopes();
        requestFocus();
    }

    @Override
    public void requestFocus() {
        export.requestFocus();
    }
}
