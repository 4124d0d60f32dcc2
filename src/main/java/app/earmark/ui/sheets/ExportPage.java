package app.earmark.ui.sheets;

import app.earmark.export.ColumnPreset;
import app.earmark.export.SheetColumn;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
    private final Button export = new Button("Export…", Icons.of(Feather.SHARE));
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
        scopes();
        presets();
        known();
        export.setId("export-sheet");
        export.getStyleClass().add("accent");
        export.disableProperty().bind(Bindings.isEmpty(model.chosen()));
        export.setOnAction(event -> chooseTarget
                .apply(model.count(model.scope().get()).orElse(-1))
                .ifPresent(target -> {
                    leave.run();
                    model.export(target);
                }));
        Button save = new Button("Save as preset", Icons.of(Feather.BOOKMARK));
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
        HBox what = new HBox(8, new Label("Sounds"), scope, new Label("Columns of"), presets, remove);
        what.setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("sheet-line");
        HBox keep = new HBox(8, name, save);
        keep.setAlignment(Pos.CENTER_LEFT);
        keep.getStyleClass().add("sheet-line");
        VBox left = new VBox(6, find, known);
        VBox right = new VBox(6, heading(), chosen);
        VBox.setVgrow(known, Priority.ALWAYS);
        VBox.setVgrow(chosen, Priority.ALWAYS);
        HBox lists = new HBox(14, left, right);
        HBox.setHgrow(left, Priority.SOMETIMES);
        HBox.setHgrow(right, Priority.ALWAYS);
        lists.getStyleClass().add("sheet-lists");
        VBox.setVgrow(lists, Priority.ALWAYS);
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
        model.presets().addListener((ListChangeListener<ColumnPreset>) change -> showPreset());
        showPreset();
    }

    private Label heading() {
        Label count = new Label();
        count.textProperty()
                .bind(Bindings.size(model.chosen())
                        .asString(Locale.ROOT, "%d columns; double-click one to give it another heading"));
        count.getStyleClass().add("sheet-hint");
        return count;
    }

    private void scopes() {
        scope.setId("export-scope");
        scope.getItems().setAll(ExportScope.values());
        scope.valueProperty().bindBidirectional(model.scope());
        scope.setConverter(new StringConverter<>() {
            @Override
            public String toString(ExportScope of) {
                return of == null
                        ? ""
                        : of.words()
                                + model.count(of)
                                        .map(count -> " (" + count + ")")
                                        .orElse("");
            }

            @Override
            public ExportScope fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
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
            if (!showing && now != null) {
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
        find.textProperty().addListener((property, before, now) -> {
            String wanted = now.strip().toLowerCase(Locale.ROOT);
            fields.setPredicate(field -> field.toLowerCase(Locale.ROOT).contains(wanted));
        });
    }

    private void save() {
        if (!name.getText().isBlank()) {
            model.save(name.getText());
            name.clear();
        }
    }

    private void removePreset() {
        if (presets.getValue() != null) {
            model.remove(presets.getValue());
        }
    }

    private void showPreset() {
        showing = true;
        presets.setValue(model.preset().orElse(null));
        showing = false;
        known.refresh();
    }

    /** Reads the presets, and takes the keyboard. */
    public void open() {
        model.open();
        requestFocus();
    }

    @Override
    public void requestFocus() {
        export.requestFocus();
    }
}
