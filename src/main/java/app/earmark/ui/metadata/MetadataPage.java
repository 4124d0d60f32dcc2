package app.earmark.ui.metadata;

import app.earmark.library.ClipId;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What would be written into files, before anything is; in the place of the results until it is closed. */
public final class MetadataPage extends VBox {

    private final MetadataViewModel model;
    private final TableView<MetadataPlan> files;
    private final MenuButton fields = new MenuButton("Fields");

    /**
     * @param leave goes back to the results
     * @param undo takes back what was done last
     */
    public MetadataPage(MetadataViewModel model, Runnable leave, Runnable undo) {
        this.model = model;
        setId("metadata-page");
        getStyleClass().add("page");
        files = files();
        Button write = new Button("Write", Icons.of(Feather.SAVE));
        write.setId("write-metadata");
        write.getStyleClass().addAll("small", Styles.ACCENT);
        write.setMinWidth(USE_PREF_SIZE);
        write.disableProperty().bind(model.ready().not());
        write.setOnAction(event -> {
            files.requestFocus(); // the button is about to be disabled, and would give the keyboard to anybody
            model.write();
        });
        Button back = Icons.button(Feather.CORNER_UP_LEFT, "Undo (Ctrl+Z)", undo);
        SplitPane split = new SplitPane(files, details());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new PageHeader("Write metadata", leave, back, write),
                        PageHeader.explanation(
                                "What you and the catalogue know of these sounds goes into their files: bext, iXML"
                                        + " and INFO, ID3 or comments, as each format has them. Nothing is written before you"
                                        + " press Write; untick a file (Enter) to leave it as it is. The sound itself is never touched, and it can be undone."),
                        PageHeader.trouble(model.trouble()),
                        options(),
                        split);
        // before a table sees it, which takes Esc for the end of an edit
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    private HBox options() {
        fields.setId("metadata-fields");
        fields.getStyleClass().add("small");
        fields.setMinWidth(USE_PREF_SIZE);
        fields.setTooltip(new Tooltip("Which fields are written"));
        model.fields().addListener((ListChangeListener<FieldChoice>) change -> offerFields());
        CheckBox modelTags = new CheckBox("Tags that only the model found, too");
        modelTags.setId("metadata-model-tags");
        modelTags.selectedProperty().bindBidirectional(model.modelTags());
        modelTags.setTooltip(new Tooltip("Once they are in a file, nothing tells them from what a person said."));
        modelTags.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.setId("metadata-summary");
        summary.setWrapText(true);
        summary.textProperty().bind(model.summary());
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox bar = new HBox(10, summary, modelTags, fields);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, 16, 8, 18));
        return bar;
    }

    private void offerFields() {
        fields.getItems()
                .setAll(model.fields().stream()
                        .map(field -> {
                            CheckBox box = new CheckBox(field.name());
                            box.selectedProperty().bindBidirectional(field.chosen());
                            return new CustomMenuItem(box, false);
                        })
                        .toList());
    }

    private TableView<MetadataPlan> files() {
        TableView<MetadataPlan> table = table("metadata-files", "Files", model.plans());
        table.getColumns()
                .addAll(List.of(
                        chosen(),
                        column("File", 300, plan -> plan.file().getFileName().toString(), MetadataPlan::refusal),
                        column("Changes", 90, MetadataPage::changes, MetadataPlan::refusal),
                        column(
                                "",
                                360,
                                plan -> plan.refusal().orElse(String.join(" ", plan.notes())),
                                MetadataPlan::refusal)));
        model.leftOut().addListener((SetChangeListener<Path>) change -> table.refresh());
        table.setOnKeyPressed(event -> {
            MetadataPlan plan = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && plan != null) {
                model.toggle(plan);
                event.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> model.look(now));
        model.plans().addListener((ListChangeListener<MetadataPlan>) change -> {
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        });
        return table;
    }

    private TableColumn<MetadataPlan, String> chosen() {
        TableColumn<MetadataPlan, String> column =
                column("", 40, plan -> plan.file().toString(), plan -> Optional.empty());
        column.setMinWidth(40);
        column.setMaxWidth(40);
        column.setCellFactory(owner -> new ChosenFileCell(model));
        return column;
    }

    private static String changes(MetadataPlan plan) {
        return plan.refusal().isPresent()
                ? "–"
                : plan.differences().isEmpty()
                        ? "none"
                        : Integer.toString(plan.differences().size());
    }

    private TabPane details() {
        TableView<TextLine> differences = table("metadata-differences", "What would change", model.differences());
        differences
                .getColumns()
                .addAll(List.of(place(), text("Before", TextLine::before), text("After", TextLine::after)));
        TableView<TextLine> present = table("metadata-present", "What the file says", model.present());
        present.getColumns().addAll(List.of(place(), text("Text", TextLine::before)));
        TabPane tabs = new TabPane(new Tab("What would change", differences), new Tab("In the file now", present));
        tabs.setId("metadata-details");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private static TableColumn<TextLine, String> place() {
        return column("Where", 260, TextLine::place, line -> Optional.empty());
    }

    private static TableColumn<TextLine, String> text(String title, Function<TextLine, String> text) {
        return column(title, 300, text, line -> Optional.empty());
    }

    private static <T> TableView<T> table(String id, String name, ObservableList<T> items) {
        TableView<T> table = new TableView<>(items);
        table.setId(id);
        table.setAccessibleText(name);
        table.getStyleClass().add(Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Nothing to show."));
        return table;
    }

    private static <T> TableColumn<T, String> column(
            String title, double width, Function<T, String> text, Function<T, Optional<String>> problem) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(owner -> new TableCell<>() {
            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                getStyleClass().remove(Styles.DANGER);
                setText(
                        empty || value == null
                                ? null
                                : value.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\uFFFD"));
                setTooltip(empty || value == null || value.isBlank() ? null : new Tooltip(value));
                T row = getTableRow() == null ? null : getTableRow().getItem();
                if (!empty && row != null && problem.apply(row).isPresent()) {
                    getStyleClass().add(Styles.DANGER);
                }
            }
        });
        return column;
    }

    /** Compares these sounds, and takes the keyboard. */
    public void open(List<ClipId> clips) {
        model.open(clips);
        requestFocus();
    }

    @Override
    public void requestFocus() {
        files.requestFocus();
    }
}
