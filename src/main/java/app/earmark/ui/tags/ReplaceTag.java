package app.earmark.ui.tags;

import app.earmark.library.ClipId;
import app.earmark.ui.text.ClipText;
import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks which label shall take another's place, on some sounds or everywhere; two labels become one that way. */
public final class ReplaceTag extends Popover {

    private final TextField field = new TextField();

    /**
     * @param on the sounds it may be replaced on; empty for everywhere only
     */
    public ReplaceTag(TagEdits edits, String label, List<ClipId> on) {
        String name = edits.labels().nameOf(label);
        setTitle((edits.labels().isCatId(label) ? "Replace “" : "Rename or merge “") + name + "”");
        setHeaderAlwaysVisible(true);
        setDetachable(false);
        setArrowLocation(ArrowLocation.TOP_RIGHT);
        field.setId("replace-tag");
        field.setPromptText("By a category, one of your labels, or a new one");
        field.setPrefColumnCount(30);
        field.setAccessibleText("The label that takes its place");
        boolean everywhere = !edits.labels().isCatId(label);
        Button here = new Button("On " + ClipText.count(on.size(), "sound", "sounds"));
        here.setId("replace-here");
        here.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        here.setOnAction(event -> {
            edits.replace(on, label, field.getText());
            hide();
        });
        Button all = new Button("Everywhere");
        all.setId("replace-everywhere");
        all.getStyleClass().add(Styles.SMALL);
        all.setOnAction(event -> {
            edits.rename(label, field.getText());
            hide();
        });
        if (everywhere) {
            field.setText(name);
        }
        BooleanBinding unchanged = Bindings.createBooleanBinding(
                () -> field.getText().isBlank() || field.getText().strip().equals(name), field.textProperty());
        here.disableProperty().bind(unchanged);
        all.disableProperty().bind(unchanged);
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        if (!on.isEmpty()) {
            buttons.getChildren().add(here);
        }
        if (everywhere) {
            buttons.getChildren().add(all);
        }
        Label note = new Label();
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMaxWidth(340);
        field.textProperty().addListener((property, before, now) -> note.setText(consequence(edits, label, now)));
        note.setText(consequence(edits, label, field.getText()));
        VBox content = new VBox(10, field, note, buttons);
        content.getStyleClass().add("replace-tag");
        setContentNode(content);
        new TagCompletion(field, edits.labels(), chosen -> {
            field.setText(chosen);
            field.positionCaret(chosen.length());
        });
        field.setOnAction(event -> (on.isEmpty() ? all : here).fire());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && everywhere) {
                all.fire();
                event.consume();
            }
        });
        setOnShown(event -> Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        }));
    }

    private static String consequence(TagEdits edits, String label, String typed) {
        LabelChoices labels = edits.labels();
        if (typed.isBlank() || typed.strip().equals(labels.nameOf(label))) {
            return labels.isCatId(label)
                    ? "Enter replaces it on these sounds; a category keeps its name."
                    : "Enter replaces it on these sounds, Ctrl+Enter wherever you use it.";
        }
        return labels.exactly(typed)
                .map(known -> "“" + labels.nameOf(label) + "” becomes one with " + known + ".")
                .orElse("“" + typed.strip() + "” becomes a new label of your own.");
    }

    /** Comes up beside the label that is replaced. */
    public void askAt(Node owner) {
        show(owner);
    }
}
