package app.earmark.ui.sheets;

import app.earmark.importing.ImportField;
import app.earmark.importing.ReadSheet;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The columns of a sheet, what stands in them, and what each is taken as. */
final class ColumnTable extends TableView<Integer> {

    private static final String PASSED_OVER = "(passed over)";

    private final ImportViewModel model;
    /** The column whose choice the keyboard opens, for a moment. */
    private final ObjectProperty<Integer> choosing = new SimpleObjectProperty<>();

    private ReadSheet sheet;

    ColumnTable(ImportViewModel model) {
        this.model = model;
        setId("sheet-columns");
        setAccessibleText("Columns of the sheet and what they are taken as");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("No sheet is open."));
        TableColumn<Integer, String> heading = new TableColumn<>("Column");
        heading.setCellValueFactory(row ->
                new ReadOnlyStringWrapper(ClipText.oneLine(sheet.headings().get(row.getValue()))));
        heading.setPrefWidth(150);
        heading.setMinWidth(90);
        TableColumn<Integer, Integer> field = new TableColumn<>("Taken as");
        field.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        field.setCellFactory(column -> new FieldCell());
        field.setPrefWidth(170);
        field.setMinWidth(140);
        TableColumn<Integer, String> samples = new TableColumn<>("First rows");
        samples.setCellValueFactory(row -> new ReadOnlyStringWrapper(samples(row.getValue())));
        samples.setPrefWidth(420);
        getColumns().setAll(List.of(heading, field, samples));
        getColumns().forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        model.mapping().addListener((property, before, now) -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Integer column = getSelectionModel().getSelectedItem();
            if (column != null && event.getCode() == KeyCode.ENTER && event.getTarget() == this) {
                choosing.set(column);
                choosing.set(null);
                event.consume();
            }
        });
    }

    void show(ReadSheet shown) {
        sheet = shown;
        getItems()
                .setAll(
                        shown == null
                                ? List.of()
                                : IntStream.range(0, shown.headings().size())
                                        .boxed()
                                        .toList());
    }

    private String samples(int column) {
        return sheet.samples().stream()
                .map(row -> ClipText.oneLine(row.get(column)))
                .filter(text -> !text.isBlank())
                .map(text -> text.length() <= 60 ? text : text.substring(0, 60) + "…")
                .collect(Collectors.joining("  ·  "));
    }

    /** Lets a column be taken as another field. */
    private final class FieldCell extends TableCell<Integer, Integer> {

        private final ComboBox<String> choice = new ComboBox<>();
        private boolean showing;

        FieldCell() {
            List<String> names = new ArrayList<>(List.of(PASSED_OVER));
            ImportField.ALL.forEach(field -> names.add(field.name()));
            choice.getItems().setAll(names);
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.getStyleClass().add("small");
            choice.setAccessibleText("Taken as");
            choice.setFocusTraversable(false); // Enter on the line opens it; Tab leaves the table
            choice.setOnHidden(event -> ColumnTable.this.requestFocus());
            choosing.addListener((property, before, now) -> {
                if (now != null && now.equals(getItem()) && getGraphic() != null) {
                    choice.requestFocus();
                    choice.show();
                }
            });
            choice.valueProperty().addListener((property, before, now) -> {
                if (!showing && getItem() != null && now != null) {
                    model.map(getItem(), ImportField.named(now));
                }
            });
        }

        @Override
        protected void updateItem(Integer column, boolean empty) {
            super.updateItem(column, empty);
            if (empty || column == null || model.mapping().get() == null) {
                setGraphic(null);
                return;
            }
            showing = true;
            Optional<ImportField> field = model.mapping().get().of(column);
            choice.setValue(field.map(ImportField::name).orElse(PASSED_OVER));
            showing = false;
            setGraphic(choice);
        }
    }
}
