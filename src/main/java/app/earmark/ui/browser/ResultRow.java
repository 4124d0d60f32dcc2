package app.earmark.ui.browser;

import app.earmark.library.ClipId;
import app.earmark.search.SearchHit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A row: the hit, and the card once it was read. */
public final class ResultRow {

    private final SearchHit hit;
    private final ClipCards cards;
    private ReadOnlyObjectWrapper<ClipCard> card;

    ResultRow(SearchHit hit, ClipCards cards) {
        this.hit = hit;
        this.cards = cards;
    }

    public SearchHit hit() {
        return hit;
    }

    public ClipId clip() {
        return hit.clip();
    }

    /** The card, empty until it is there; asking for it has it read. */
    public ReadOnlyObjectProperty<ClipCard> card() {
        if (card == null) {
            card = new ReadOnlyObjectWrapper<>();
        }
        if (card.get() == null) {
            cards.want(this);
        }
        return card.getReadOnlyProperty();
    }

    /** The card if it is there; does not ask for it. */
    public ClipCard cardNow() {
        return card == null ? null : card.get();
    }

    void setCard(ClipCard newCard) {
        if (card == null) {
            card = new ReadOnlyObjectWrapper<>();
        }
        card.set(newCard);
    }
}
