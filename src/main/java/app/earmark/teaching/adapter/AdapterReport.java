package app.earmark.teaching.adapter;

import app.earmark.learning.adapter.HeldOut;
import java.util.Locale;

/**
 * What an adapter was learnt from and how good it is; stored as JSON with these members.
 *
 * @param used whether searches use it
 * @param clips it was fitted on
 * @param captions distinct ones of these clips
 * @param looked clips that the pack had listened to and whose names were looked at: all, or of many a choice
 * @param nameless of those, clips whose names and fields say nothing
 * @param unfit clips whose vectors were not as this pack makes them
 * @param names names held out at random, half of the library at a time
 * @param folders names in folders held out, half of the library at a time; none where there are too few folders
 * @param listened clips of the catalogue that the pack had listened to
 * @param verdicts how often persons had spoken about a label
 * @param seconds the fit took
 */
public record AdapterReport(
        boolean used,
        int clips,
        int captions,
        int looked,
        int nameless,
        int unfit,
        HeldOut names,
        HeldOut folders,
        long listened,
        long verdicts,
        double seconds) {

    /** Fewer names tell nothing. */
    static final int FEWEST_NAMES = 30;

    /** For people: how good it is, and why it is not used if it is not. */
    public String sentence() {
        if (looked == 0) {
            return "Not used: this model has not listened to any sound yet. Scan the library with it, then learn again.";
        }
        if (names.names() < FEWEST_NAMES) {
            return unfit > clips ? unfitting() : tooFew();
        }
        String found = String.format(
                Locale.ROOT,
                "inds %,d of %,d held-out names in its top ten, plain model %,d",
                names.adapted(),
                names.names(),
                names.plain());
        String elsewhere = folders.names() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; with folders left out %,d of %,d, plain model %,d",
                        folders.adapted(),
                        folders.names(),
                        folders.plain());
        return used
                ? "F" + found + elsewhere + "."
                : "Not used, because it is no better than the plain model: it f" + found + elsewhere + ".";
    }

    private String unfitting() {
        return String.format(
                Locale.ROOT,
                "Not used: what is stored of %,d of %,d sounds is not as this model makes it."
                        + " Listen to them again with it, then learn again.",
                unfit,
                unfit + clips);
    }

    private String tooFew() {
        return String.format(
                Locale.ROOT,
                "Not used: of the %,d sounds that this model has listened to, only %,d different names say something,"
                        + " and at least %d are needed to learn from.",
                looked,
                captions,
                FEWEST_NAMES);
    }
}
