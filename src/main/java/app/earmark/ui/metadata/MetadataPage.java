package app.earmark.ui.metadata;

import app.earmark.library.ClipId;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What would be written into files, before anything is; in the place of the results until it is closed. */
public final class MetadataPage extends VBox {

    private final MetadataViewModel model;
    private final TableView<MetadataPlan> files;
    private final MenuButton fields = new MenuButton("Fields");
    private Path looked;

    /**
     * @param leave goes back to the results
     * @param undo takes back what was done last
     */
    public MetadataPage(MetadataViewModel model, Runnable leave, Runnable undo) {
        this.model = model;
        setId("metadata-page");
        getStyleClass().add("page");
        files = files();
        Button write = PageHeader.action("Write", Feather.SAVE);
        write.setId("write-metadata");
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
                                "What is known of these sounds goes into their files, as each format has it. Nothing is written"
                                        + " before you press Write; untick a file (Enter) to leave it as it is. The sound is not"
                                        + " touched, and it can be undone."),
                        PageHeader.trouble(model.trouble()),
                        summary(),
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

    private Label summary() {
        Label summary = new Label();
        summary.setId("metadata-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        summary.setPadding(new Insets(0, 18, 4, 18));
        summary.textProperty().bind(model.summary());
        return summary;
    }

    private FlowPane options() {
        fields.setId("metadata-fields");
        fields.getStyleClass().add("small");
        fields.setMinWidth(USE_PREF_SIZE);
        fields.setTooltip(new Tooltip("Which fields are written"));
        model.fields().addListener((ListChangeListener<FieldChoice>) change -> offerFields());
        CheckBox modelTags = new CheckBox("Tags that only the model found, too");
        modelTags.setId("metadata-model-tags");
        modelTags.selectedProperty().bindBidirectional(model.modelTags());
        modelTags.setTooltip(new Tooltip("Once they are in a file, nothing tells them from what a person said."));
        FlowPane bar = new FlowPane(14, 6, fields, modelTags);
        bar.setRowValignment(VPos.CENTER);
        bar.setPadding(new Insets(0, 18, 8, 18));
        return bar;
    }

    private void offerFields() {
        fields.getItems()
                .setAll(model.fields().stream()
                        .map(field -> {
                            CheckBox box = new CheckBox(field.name());
                            box.selectedProperty().bindBidirectional(field.chosen());
                            box.setMouseTransparent(true); // the line is pressed, by mouse and by Enter
                            CustomMenuItem line = new CustomMenuItem(box, false);
                            line.setOnAction(
                                    event -> field.chosen().set(!field.chosen().get()));
                            return line;
                        })
                        .toList());
    }

    private TableView<MetadataPlan> files() {
        TableView<MetadataPlan> table = table("metadata-files", "Files", model.plans());
        table.getColumns()
                .addAll(List.of(
                        chosen(),
                        column(
                                "File",
                                280,
                                150,
                                plan -> plan.file().getFileName().toString(),
                                plan -> plan.file().toString()),
                        column("Changes", 90, 90, MetadataPage::changes, MetadataViewModel::remark),
                        remarks()));
        model.leftOut().addListener((SetChangeListener<Path>) change -> table.refresh());
        table.setOnKeyPressed(event -> {
            MetadataPlan plan = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && plan != null) {
                model.toggle(plan);
                event.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            model.look(now);
            looked = now == null ? looked : now.file();
        });
        model.plans().addListener((ListChangeListener<MetadataPlan>) change -> lookAgain(table));
        return table;
    }

    /** At the file that was looked at before its plan was made anew. */
    private void lookAgain(TableView<MetadataPlan> table) {
        Path file = looked;
        table.getSelectionModel().clearSelection();
        for (MetadataPlan plan : model.plans()) {
            if (plan.file().equals(file)) {
                table.getSelectionModel().select(plan);
                return;
            }
        }
        table.getSelectionModel().selectFirst();
    }

    private TableColumn<MetadataPlan, String> remarks() {
        TableColumn<MetadataPlan, String> column =
                column("Remark", 330, 120, MetadataViewModel::remark, MetadataViewModel::remark);
        column.setCellFactory(owner -> new TextCell<>(MetadataViewModel::remark) {
            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                getStyleClass().remove(Styles.DANGER);
                MetadataPlan plan = getTableRow() == null ? null : getTableRow().getItem();
                if (!empty && plan != null && plan.refusal().isPresent()) {
                    getStyleClass().add(Styles.DANGER);
                }
            }
        });
        return column;
    }

    private TableColumn<MetadataPlan, String> chosen() {
        TableColumn<MetadataPlan, String> column =
                column("", 40, 40, plan -> plan.file().toString(), plan -> "");
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

    private VBox details() {
        TableView<TextLine> differences = table("metadata-differences", "What would change", model.differences());
        differences
                .getColumns()
                .addAll(List.of(place(), text("Before", TextLine::before), text("After", TextLine::after)));
        TableView<TextLine> present = table("metadata-present", "What the file says", model.present());
        present.getColumns().addAll(List.of(place(), text("Text", TextLine::before)));
        TabPane tabs = new TabPane(new Tab("What would change", differences), new Tab("In the file now", present));
        tabs.setId("metadata-details");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Label remark = new Label();
        remark.setId("metadata-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        remark.setPadding(new Insets(8, 18, 2, 18));
        remark.textProperty().bind(model.remark());
        remark.visibleProperty().bind(model.remark().isNotEmpty());
        remark.managedProperty().bind(model.remark().isNotEmpty());
        VBox.setVgrow(tabs, Priority.ALWAYS);
        return new VBox(remark, tabs);
    }

    private static TableColumn<TextLine, String> place() {
        return column("Where", 210, 130, TextLine::place, TextLine::place);
    }

    private static TableColumn<TextLine, String> text(String title, Function<TextLine, String> text) {
        return column(title, 250, 80, text, text);
    }

    private <T> TableView<T> table(String id, String name, ObservableList<T> items) {
        TableView<T> table = new TableView<>(items);
        table.setId(id);
        table.setAccessibleText(name);
        table.getStyleClass().add(Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label();
        nothing.textProperty().bind(Bindings.when(model.comparing()).then("").otherwise("Nothing to show."));
        table.setPlaceholder(nothing);
        return table;
    }

    private static <T> TableColumn<T, String> column(
            String title, double width, double least, Function<T, String> text, Function<T, String> hint) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(owner -> new TextCell<>(hint));
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
