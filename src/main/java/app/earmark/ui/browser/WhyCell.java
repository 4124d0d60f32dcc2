package app.earmark.ui.browser;

import app.earmark.search.SearchHit;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.HoverText;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** Why the clip was found: how alike it sounds, and the words it shares with the question. */
final class WhyCell extends TableCell<ResultRow, ClipCard> {

    private final ProgressBar bar = new ProgressBar(0);
    private final Label number = new Label();
    private final Label moment = new Label();
    private final Label words = new Label();
    private final HBox row = new HBox(6);
    private final HoverText hover = new HoverText(this);

    WhyCell() {
        getStyleClass().add("why-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("similarity-bar");
        bar.setAccessibleRole(AccessibleRole.NODE); // the number says the same
        number.getStyleClass().add("similarity");
        number.setMinWidth(Label.USE_PREF_SIZE);
        moment.getStyleClass().add("moment");
        moment.setMinWidth(Label.USE_PREF_SIZE);
        words.getStyleClass().add("matched-words");
        row.getChildren().addAll(bar, number, moment, words);
        setGraphic(row);
    }

    @Override
    protected void updateItem(ClipCard card, boolean empty) {
        super.updateItem(card, empty);
        ResultRow shown = getTableRow() == null ? null : getTableRow().getItem();
        Optional<SearchHit> found = empty || shown == null
                ? Optional.empty()
                : Optional.of(shown.hit()).filter(hit -> !isPlain(hit));
        OptionalDouble similarity = found.map(SearchHit::similarity).orElse(OptionalDouble.empty());
        bar.setProgress(Math.max(0, Math.min(1, similarity.orElse(0))));
        bar.setManaged(similarity.isPresent());
        // Transparent, not gone: the parts of a row that was never ranked are styled before the first question.
        bar.setOpacity(similarity.isPresent() ? 1 : 0);
        show(number, similarity.isPresent() ? ClipText.score(similarity) : "");
        show(
                moment,
                found.flatMap(SearchHit::moment)
                        .map(part -> ClipText.clock(part.startSeconds()))
                        .orElse(""));
        show(words, found.map(hit -> String.join(", ", hit.matchedWords())).orElse(""));
        hover.set(found.map(WhyCell::sentence).orElse(""));
    }

    private static void show(Label part, String text) {
        part.setText(text);
        part.setManaged(!text.isEmpty());
    }

    private static boolean isPlain(SearchHit hit) {
        return hit.similarity().isEmpty() && hit.matchedWords().isEmpty();
    }

    static String sentence(SearchHit hit) {
        StringBuilder text = new StringBuilder();
        OptionalDouble similarity = hit.similarity();
        if (similarity.isPresent()) {
            text.append(String.format(Locale.ROOT, "Similarity (cosine) %.3f.", similarity.getAsDouble()));
        } else {
            text.append("Not listened to yet; found by its words.");
        }
        hit.moment().ifPresent(found -> text.append("\nFits best from ")
                .append(ClipText.clock(found.startSeconds()))
                .append(" on."));
        if (!hit.matchedWords().isEmpty()) {
            text.append("\nWords found: ")
                    .append(String.join(", ", hit.matchedWords()))
                    .append('.');
        }
        return text.toString();
    }
}
