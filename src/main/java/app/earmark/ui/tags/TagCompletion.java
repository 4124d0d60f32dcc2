package app.earmark.ui.tags;

import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;

/**
 * Offers labels below a text field. The first line, which Enter takes, always stands for what is in the field at that
 * moment: the list comes up a little later than the letters, and must not turn a word typed on into a category.
 */
public final class TagCompletion extends AutoCompletionBinding<TagProposal> {

    /** Names of the platform's own theme that the popup looks up, and AtlantaFX does not define. */
    public static final String POPUP_COLOURS = "-fx-color: -color-border-default;"
            + " -fx-control-inner-background: -color-bg-overlay;"
            + " -fx-background: -color-bg-overlay; -fx-accent: -color-border-default;"
            + " -fx-selection-bar: -color-border-default; -fx-selection-bar-non-focused: -color-border-default;";

    private final TextField field;
    private final Consumer<String> chosen;
    private final ChangeListener<String> typing;

    /** @param chosen takes the label, or the words typed */
    public TagCompletion(TextField field, LabelChoices labels, Consumer<String> chosen) {
        super(field, request -> TagProposal.all(labels, request.getUserText()), new Text());
        this.field = field;
        this.chosen = chosen;
        typing = (property, before, now) -> {
            if (field.isFocused()) {
                setUserInput(now);
            }
        };
        field.textProperty().addListener(typing);
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                hidePopup();
            }
        });
        getAutoCompletionPopup().setStyle(POPUP_COLOURS);
    }

    @Override
    protected void completeUserInput(TagProposal proposal) {
        chosen.accept(proposal.label().orElseGet(field::getText));
    }

    @Override
    public void dispose() {
        field.textProperty().removeListener(typing);
    }

    private static final class Text extends StringConverter<TagProposal> {

        @Override
        public String toString(TagProposal proposal) {
            return proposal.shown();
        }

        @Override
        public TagProposal fromString(String text) {
            throw new UnsupportedOperationException("proposals are only shown");
        }
    }
}
