package app.earmark.ui.models;

import app.earmark.library.PackId;
import app.earmark.ui.text.ClipText;
import java.util.Optional;

/**
 * A pack that could be used, and what would happen then.
 *
 * @param sentence for the person who decides
 */
record UseOffer(PackId pack, String name, String sentence) {

    static UseOffer of(PackId pack, String name, ModelService.Amount amount, Optional<ModelSpeed> speed) {
        String sounds = ClipText.count(amount.sounds(), "sound", "sounds");
        String time = speed.map(known -> ", about " + ClipText.timeSpan(known.secondsFor(amount)) + " on this computer")
                .orElse("");
        return new UseOffer(
                pack,
                name,
                amount.sounds() == 0
                        ? "There is nothing that it has not listened to yet. Your own tags stay."
                        : "It then listens to " + sounds + " again, in the background" + time
                                + ". Until it has, searches go on with the present model. Your own tags stay.");
    }
}
