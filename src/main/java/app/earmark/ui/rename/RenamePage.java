package app.earmark.ui.rename;

import app.earmark.library.ClipId;
import app.earmark.renaming.PlannedName;
import app.earmark.renaming.PlannedName.Outcome;
import app.earmark.ui.tags.SourceLook;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.LabelledField;
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
import javafx.geometry.VPos;
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
        rename = PageHeader.action("Rename", Feather.CHECK);
        rename.setId("rename");
        rename.setOnAction(event -> {
            table.requestFocus(); // the button is about to be disabled, and would give the keyboard to anybody
            model.rename();
        });
        rename.disableProperty().bind(model.ready().not());
        Button back = Icons.button(Feather.CORNER_UP_LEFT, "Undo (Ctrl+Z)", undo);
        pattern = field("rename-pattern", "CatID_FXName_CreatorID_SourceID (UCS)", 300, model.pattern());
        pattern.setTooltip(new Tooltip("Your own layout, such as {CatID}[-{UserCategory}]_{FXName} {Number:2};"
                + " empty for the UCS convention. What is in [brackets] is left out where it is empty."));
        HBox.setHgrow(pattern, Priority.ALWAYS);
        HBox layout = new LabelledField("Layout", pattern);
        layout.getChildren().add(new PlaceholderMenu(pattern));
        FlowPane options = new FlowPane(
                16,
                8,
                new LabelledField("Default CreatorID", field("rename-creator", "", 72, model.creator())),
                new LabelledField("Default SourceID", field("rename-source", "", 72, model.source())),
                check(
                        "rename-number",
                        "Number equal names",
                        "Sounds that would get the same name get a number, too",
                        model.numbered()),
                check(
                        "rename-companions",
                        "Take companions along",
                        "Files of the same name that belong to a sound, such as takes.pkf, are renamed with it",
                        model.companions()),
                check(
                        "rename-old-names",
                        "Keep former names",
                        "Each folder gets a file .earmark-names.csv that lists them",
                        model.oldNames()));
        options.setRowValignment(VPos.CENTER);
        VBox choices = new VBox(8, layout, options);
        choices.setPadding(new Insets(0, 18, 8, 18));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new PageHeader("Rename", leave, back, rename),
                        PageHeader.explanation(
                                "Names are made of what is known: the CatID, your own fields, the file's, its present name."
                                        + " Nothing is renamed before you press Rename, and it can be undone."),
                        interruption(),
                        choices,
                        PageHeader.trouble(model.trouble()),
                        overview(),
                        table,
                        remark());
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

    /** Why the name that is looked at can't be given, or what goes along, whole. */
    private Label remark() {
        Label remark = new Label();
        remark.setId("rename-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        remark.setPadding(new Insets(8, 18, 8, 18));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            remark.setText(now == null ? "" : now.problem().orElse(remark(now)));
            Icons.show(remark, !remark.getText().isEmpty());
        });
        Icons.show(remark, false);
        return remark;
    }

    private HBox overview() {
        Label summary = new Label();
        summary.setId("rename-summary");
        summary.setWrapText(true);
        summary.textProperty().bind(model.summary());
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinHeight(USE_PREF_SIZE);
        CheckBox problems =
                check("rename-problems", "Only problems", "Lists only what can't be renamed", model.onlyProblems());
        problems.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(8, summary, problems);
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
                        column(
                                "Now",
                                200,
                                110,
                                PlannedName::oldName,
                                name -> name.clip().path().toString(),
                                false),
                        column(
                                "Then",
                                260,
                                140,
                                RenamePage::then,
                                name -> name.problem().orElse(name.newName()),
                                true),
                        column(
                                "CatID",
                                100,
                                100,
                                name -> name.category()
                                        .map(category -> category.entry().catId())
                                        .orElse(""),
                                name -> name.category()
                                        .map(category -> category.entry().categoryFull() + "\n"
                                                + SourceLook.words(category.source()) + ".")
                                        .orElse(""),
                                false),
                        column(
                                "Remark",
                                160,
                                80,
                                RenamePage::remark,
                                name -> name.problem().orElse(remark(name)),
                                true)));
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
        if (name.problem().isPresent()) {
            String problem = reason(name);
            String there = "can't be called “" + name.newName() + "”: ";
            return problem.startsWith(there) ? problem.substring(there.length()) : problem;
        }
        return name.outcome() != Outcome.RENAMED || name.companions().isEmpty()
                ? ""
                : "takes along " + name.companions().size() + " more";
    }

    private static TableColumn<PlannedName, PlannedName> column(
            String title,
            double width,
            double least,
            Function<PlannedName, String> text,
            Function<PlannedName, String> hint,
            boolean loud) {
        TableColumn<PlannedName, PlannedName> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(owner -> new NameTextCell(text, hint, loud));
        return column;
    }

    private static TextField field(String id, String prompt, double width, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefWidth(width);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static CheckBox check(String id, String text, String explanation, BooleanProperty chosen) {
        CheckBox box = new CheckBox(text);
        box.setTooltip(new Tooltip(explanation));
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
