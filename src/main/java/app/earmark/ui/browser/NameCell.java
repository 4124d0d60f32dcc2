package app.earmark.ui.browser;

import app.earmark.library.ClipState;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.HoverText;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The file's name, with a mark when it is offline, failed or not listened to yet. */
final class NameCell extends TableCell<ResultRow, ClipCard> {

    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final FontIcon mark = new FontIcon();
    private final HoverText hover = new HoverText(this);

    NameCell() {
        getStyleClass().add("name-cell");
        mark.getStyleClass().add("state-mark");
    }

    @Override
    protected void updateItem(ClipCard card, boolean empty) {
        super.updateItem(card, empty);
        if (empty || card == null) {
            setText(null);
            setGraphic(null);
            hover.set("");
            pseudoClassStateChanged(OFFLINE, false);
            return;
        }
        setText(ClipText.oneLine(card.clip().fileName()));
        pseudoClassStateChanged(OFFLINE, card.clip().offline());
        mark(card);
    }

    private void mark(ClipCard card) {
        String path = card.clip().path().toString();
        Feather icon = null;
        String sentence = "";
        if (card.clip().offline()) {
            icon = Feather.CLOUD_OFF;
            sentence = "Offline: the file was not there at the last scan.\n";
        } else if (card.clip().state() == ClipState.FAILED) {
            icon = Feather.ALERT_TRIANGLE;
            sentence = card.clip()
                    .failure()
                    .map(failure -> failure.message() + "\n")
                    .orElse("");
        } else if (card.clip().state() == ClipState.LISTED) {
            icon = Feather.CLOCK;
            sentence = "Not listened to yet; found by its words only.\n";
        }
        if (icon != null) {
            mark.setIconCode(icon);
        }
        setGraphic(icon == null ? null : mark);
        hover.set(sentence + path);
    }
}
