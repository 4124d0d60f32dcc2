package app.earmark.ui.rename;

import app.earmark.library.ClipId;
import app.earmark.renaming.PlannedName;
import app.earmark.renaming.PlannedName.Outcome;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.PageHeader;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Old names and new ones, side by side, before anything is touched; in the place of the results until it is closed. */
public final class RenamePage extends VBox {

    private final RenameViewModel model;
    private final TextField pattern;
    private final Button rename;
    private final TableView<PlannedName> table;

    /**
     * @param leave goes back to the results
     * @param undo takes back what was done last
     */
    public RenamePage(RenameViewModel model, Runnable leave, Runnable undo) {
        this.model = model;
        table = table();
        setId("rename-page");
        getStyleClass().add("page");
        rename = new Button("Rename", Icons.of(Feather.CHECK));
        rename.setId("rename");
        rename.getStyleClass().addAll("small", Styles.ACCENT);
        rename.setMinWidth(USE_PREF_SIZE);
        rename.setOnAction(event -> {
            table.requestFocus(); // the button is about to be disabled, and would give the keyboard to anybody
            model.rename();
        });
        rename.disableProperty().bind(model.ready().not());
        Button back = Icons.button(Feather.CORNER_UP_LEFT, "Undo (Ctrl+Z)", undo);
        pattern = field("rename-pattern", "CatID_FXName_CreatorID_SourceID (UCS)", 300, model.pattern());
        pattern.setTooltip(new Tooltip("Your own layout, such as {CatID}[-{UserCategory}]_{FXName} {Number:2};"
                + " empty for the UCS convention.\nAlso {Name}, {Folder}, {Category}, {Library}, {Microphone},"
                + " {SampleRate}, {Channels} … What is in [brackets] is left out where it is empty."));
        FlowPane options = new FlowPane(
                12,
                8,
                labelled("Layout", pattern),
                labelled("CreatorID where there is none", field("rename-creator", "", 90, model.creator())),
                labelled("SourceID where there is none", field("rename-source", "", 90, model.source())),
                check("rename-number", "Number equal names", model.numbered()),
                check("rename-companions", "Take along files that belong to a sound", model.companions()),
                check("rename-old-names", "Keep former names in each folder", model.oldNames()));
        options.setPadding(new Insets(0, 18, 8, 18));
        options.setRowValignment(javafx.geometry.VPos.CENTER);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new PageHeader("Rename", leave, back, rename),
                        PageHeader.explanation(
                                "Names are made of what is known: the CatID, your own fields, the file's, and"
                                        + " its present name. Nothing is renamed before you press Rename; tags stay, and it can be"
                                        + " undone."),
                        interruption(),
                        options,
                        PageHeader.trouble(model.trouble()),
                        footer(),
                        table);
        // before the table sees it, which takes Esc for the end of an edit
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    private HBox interruption() {
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.interrupted());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button finish = new Button("Finish it");
        finish.setId("finish-renaming");
        finish.getStyleClass().add("small");
        finish.setOnAction(event -> model.finish());
        Button putBack = new Button("Put back");
        putBack.setId("put-back-renaming");
        putBack.getStyleClass().add("small");
        putBack.setOnAction(event -> model.putBack());
        for (Button button : List.of(finish, putBack)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox bar = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), sentence, finish, putBack);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, 18, 8, 18));
        bar.visibleProperty().bind(Bindings.isNotEmpty(model.interrupted()));
        bar.managedProperty().bind(Bindings.isNotEmpty(model.interrupted()));
        return bar;
    }

    private HBox footer() {
        Label summary = new Label();
        summary.setId("rename-summary");
        summary.setWrapText(true);
        summary.textProperty().bind(model.summary());
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(8, summary, check("rename-problems", "Only problems", model.onlyProblems()));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, 18, 8, 18));
        return bar;
    }

    private TableView<PlannedName> table() {
        TableView<PlannedName> table = new TableView<>(model.names());
        table.setId("rename-table");
        table.setAccessibleText("Old and new names");
        table.getStyleClass().addAll(Styles.DENSE, "rename-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Nothing to show."));
        table.getColumns()
                .addAll(List.of(
                        column("Now", 260, PlannedName::oldName, name -> name.clip()
                                .path()
                                .toString()),
                        column("Then", 320, RenamePage::then, name -> name.problem()
                                .orElse(name.newName())),
                        column(
                                "CatID",
                                150,
                                name -> name.category()
                                        .map(category -> category.entry().catId() + " ("
                                                + category.source().code() + ")")
                                        .orElse(""),
                                name -> name.category()
                                        .map(category -> category.entry().categoryFull())
                                        .orElse("")),
                        column("", 180, RenamePage::remark, RenamePage::remark)));
        return table;
    }

    private static String then(PlannedName name) {
        if (name.outcome() == Outcome.UNCHANGED) {
            return "as it is";
        }
        // where no name could be made, why stands in its place: there is more room than beside it
        return name.newName().isEmpty() ? reason(name) : name.newName();
    }

    /** Without the name that stands beside it. */
    private static String reason(PlannedName name) {
        String quoted = "“" + name.oldName() + "” ";
        return name.problem()
                .map(problem -> problem.startsWith(quoted) ? problem.substring(quoted.length()) : problem)
                .orElse("");
    }

    private static String remark(PlannedName name) {
        if (name.newName().isEmpty()) {
            return "";
        }
        return name.problem()
                .orElseGet(() ->
                        name.outcome() != Outcome.RENAMED || name.companions().isEmpty()
                                ? ""
                                : "takes along " + name.companions().size() + " more");
    }

    private static TableColumn<PlannedName, PlannedName> column(
            String title, double width, Function<PlannedName, String> text, Function<PlannedName, String> hint) {
        TableColumn<PlannedName, PlannedName> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(owner -> new NameTextCell(text, hint));
        return column;
    }

    private static TextField field(String id, String prompt, double width, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefWidth(width);
        field.getStyleClass().add("small");
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static HBox labelled(String text, TextField field) {
        Label label = new Label(text);
        label.setLabelFor(field);
        HBox box = new HBox(6, label, field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static CheckBox check(String id, String text, BooleanProperty chosen) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }

    /** Plans names for these sounds, and takes the keyboard. */
    public void open(List<ClipId> clips) {
        model.open(clips);
        requestFocus();
    }

    @Override
    public void requestFocus() {
        pattern.requestFocus();
    }
}
