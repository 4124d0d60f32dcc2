package app.earmark.ui.tags;

import java.util.List;
import java.util.Locale;

/**
 * A label to choose.
 *
 * @param label a CatID or the person's own label
 * @param name the label for people, such as {@code DOORS-CREAK}
 * @param synonyms further words by which it is found; without case
 */
public record LabelChoice(String label, String name, String synonyms) {

    public LabelChoice {
        synonyms = synonyms.toLowerCase(Locale.ROOT);
    }

    public LabelChoice(String label, String name) {
        this(label, name, "");
    }

    /** A label of the person's own. */
    public static LabelChoice own(String label) {
        return new LabelChoice(label, label);
    }

    LabelChoice with(String newSynonyms) {
        return new LabelChoice(label, name, newSynonyms);
    }

    /** How the words that were typed fit; the first constant fits best. */
    enum Fit {
        /** Every one begins a word of the label or its name. */
        BEGINS,
        /** Every one lies inside the label or its name. */
        INSIDE,
        /** One at least begins a synonym. */
        SYNONYM,
        NONE
    }

    /** Blank text fits every label. */
    Fit fit(String text) {
        String all = (label + " " + name).toLowerCase(Locale.ROOT);
        Fit fit = Fit.BEGINS;
        for (String word : words(text)) {
            if (beginsWord(all, word)) {
                continue;
            }
            if (all.contains(word)) {
                fit = fit == Fit.BEGINS ? Fit.INSIDE : fit;
            } else if (beginsWord(synonyms, word)) {
                fit = Fit.SYNONYM;
            } else {
                return Fit.NONE;
            }
        }
        return fit;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("[\\s-]+"));
    }

    private static boolean beginsWord(String all, String word) {
        for (int at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(all.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The name, with the CatID behind it where that is something else. */
    @Override
    public String toString() {
        return label.equals(name) ? label : name + "  ·  " + label;
    }
}
