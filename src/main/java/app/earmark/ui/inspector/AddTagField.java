package app.earmark.ui.inspector;

import app.earmark.ui.tags.LabelChoice;
import app.earmark.ui.theme.Icons;
import atlantafx.base.controls.CustomTextField;
import javafx.scene.input.KeyCode;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

/** Where a label is typed; the CatIDs and own labels that fit are offered below as one types. */
final class AddTagField extends CustomTextField {

    /** Names of the platform's own theme that the popup looks up, and AtlantaFX does not define. */
    private static final String POPUP_COLOURS = "-fx-control-inner-background: -color-bg-overlay;"
            + " -fx-background: -color-bg-overlay; -fx-accent: -color-border-default;"
            + " -fx-selection-bar: -color-border-default; -fx-selection-bar-non-focused: -color-border-default;";

    private final InspectorViewModel model;

    AddTagField(InspectorViewModel model) {
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
            }
        });
        AutoCompletionBinding<LabelChoice> choices = TextFields.bindAutoCompletion(
                this, typed -> model.labels().suggest(typed.getUserText()), new ChoiceText());
        choices.getAutoCompletionPopup().setStyle(POPUP_COLOURS);
        choices.setOnAutoCompleted(event -> accept(event.getCompletion().label()));
    }

    private void accept(String text) {
        model.add(text);
        clear();
    }

    private static final class ChoiceText extends StringConverter<LabelChoice> {

        @Override
        public String toString(LabelChoice choice) {
            return choice.toString();
        }

        @Override
        public LabelChoice fromString(String text) {
            return LabelChoice.own(text);
        }
    }
}
