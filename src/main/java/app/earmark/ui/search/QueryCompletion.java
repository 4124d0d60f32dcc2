package app.earmark.ui.search;

import app.earmark.ui.tags.TagCompletion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;

/** Offers values for the token at the caret of the search box, such as {@code tag:ra}; plain words are left alone. */
final class QueryCompletion extends AutoCompletionBinding<String> {

    /** The last token before the caret; group 2 is the key, 3 the value so far. */
    private static final Pattern AT_END = Pattern.compile("(?<!\\S)(-?)(\\p{Alpha}+):\"?([^\"\\s]*|[^\"]*)$");

    private final TextField field;
    private final ChangeListener<String> typing;

    /** @param values for a key and what was typed of a value, what fits; empty for a key that is none */
    QueryCompletion(TextField field, BiFunction<String, String, List<String>> values) {
        super(field, request -> fitting(request.getUserText(), values), new Words());
        this.field = field;
        typing = (property, before, now) -> {
            if (field.isFocused()) {
                String until = now.substring(0, Math.min(now.length(), caretAfter(before, now)));
                setUserInput(token(until) == null ? "" : until);
            }
        };
        field.textProperty().addListener(typing);
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                hidePopup();
            }
        });
        getAutoCompletionPopup().setStyle(TagCompletion.POPUP_COLOURS);
    }

    /** The text changes before the caret moves. */
    private int caretAfter(String before, String now) {
        return Math.max(0, field.getCaretPosition() + now.length() - before.length());
    }

    private static Collection<String> fitting(String text, BiFunction<String, String, List<String>> values) {
        Matcher token = token(text);
        return token == null ? List.of() : values.apply(token.group(2).toLowerCase(Locale.ROOT), token.group(3));
    }

    private static Matcher token(String text) {
        Matcher token = AT_END.matcher(text);
        return token.find() ? token : null;
    }

    @Override
    protected void completeUserInput(String value) {
        String until = field.getText(0, field.getCaretPosition());
        Matcher token = token(until);
        if (token != null) {
            String completed =
                    until.substring(0, token.start()) + token.group(1) + token.group(2) + ":" + quoted(value) + " ";
            field.setText(completed + field.getText().substring(until.length()).stripLeading());
            field.positionCaret(completed.length());
        }
    }

    static String quoted(String value) {
        return value.matches("[^\\s,\"]+") ? value : '"' + value + '"';
    }

    @Override
    public void dispose() {
        field.textProperty().removeListener(typing);
    }

    private static final class Words extends StringConverter<String> {

        @Override
        public String toString(String value) {
            return value;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
