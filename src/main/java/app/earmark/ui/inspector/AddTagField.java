package app.earmark.ui.inspector;

import app.earmark.ui.tags.TagCompletion;
import app.earmark.ui.theme.Icons;
import atlantafx.base.controls.CustomTextField;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Where a label is typed; the CatIDs and own labels that fit are offered below as one types. */
final class AddTagField extends CustomTextField {

    private final InspectorViewModel model;

    /** @param up goes to the tags above */
    AddTagField(InspectorViewModel model, Runnable up) {
        this.model = model;
        setId("add-tag");
        setPromptText("Add a tag: a category or your own word");
        setAccessibleText("Add a tag");
        getStyleClass().add("add-tag");
        setLeft(Icons.of(Feather.TAG));
        setDisable(model.readOnly());
        setOnAction(event -> accept(getText()));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            } else if (event.getCode() == KeyCode.UP && getText().isEmpty()) {
                up.run();
                event.consume();
            }
        });
        new TagCompletion(this, model.labels(), this::accept);
    }

    private void accept(String text) {
        model.add(text);
        clear();
    }
}
