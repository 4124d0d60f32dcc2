package app.earmark.ui.tags;

import java.util.Locale;

/**
 * A label to choose.
 *
 * @param label a CatID or the person's own label
 * @param name the label for people, such as {@code DOORS-CREAK}
 */
public record LabelChoice(String label, String name) {

    /** A label of the person's own. */
    public static LabelChoice own(String label) {
        return new LabelChoice(label, label);
    }

    /** Whether every word of the text begins a word, or lies inside one, of the label or its name; blank matches all. */
    boolean matches(String text) {
        String all = (label + " " + name).toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The name, with the CatID behind it where that is something else. */
    @Override
    public String toString() {
        return label.equals(name) ? label : name + "  ·  " + label;
    }
}
