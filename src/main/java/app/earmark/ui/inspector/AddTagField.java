package app.earmark.ui.inspector;

import app.earmark.ui.tags.LabelChoice;
import app.earmark.ui.theme.Icons;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Where a label is typed; the CatIDs and own labels that fit are offered below as one types. */
final class AddTagField extends CustomTextField {

    private final InspectorViewModel model;
    private final ContextMenu choices = new ContextMenu();

    AddTagField(InspectorViewModel model) {
        this.model = model;
        setId("add-tag");
        setPromptText("Add a tag: a category or your own word");
        setAccessibleText("Add a tag");
        getStyleClass().add("add-tag");
        setLeft(Icons.of(Feather.TAG));
        setDisable(model.readOnly());
        choices.getStyleClass().add("label-choices");
        textProperty().addListener((property, before, now) -> offer());
        setOnAction(event -> accept(getText()));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
        focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                choices.hide();
            }
        });
    }

    private void offer() {
        List<LabelChoice> fitting =
                getText().isBlank() ? List.of() : model.labels().suggest(getText());
        choices.getItems().setAll(fitting.stream().map(this::item).toList());
        if (fitting.isEmpty() || !isFocused()) {
            choices.hide();
        } else if (!choices.isShowing()) {
            choices.show(this, Side.BOTTOM, 0, 2);
        }
    }

    private MenuItem item(LabelChoice choice) {
        MenuItem item = new MenuItem(choice.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> accept(choice.label()));
        return item;
    }

    private void accept(String text) {
        choices.hide();
        model.add(text);
        clear();
    }
}
