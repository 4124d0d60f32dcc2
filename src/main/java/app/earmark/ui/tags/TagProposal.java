package app.earmark.ui.tags;

import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the list below the field for tags.
 *
 * @param shown what the line says
 * @param label absent: whatever is typed
 */
public record TagProposal(String shown, Optional<String> label) {

    /** What was typed comes first, as the label it names or as a new one; then the labels that fit. */
    static List<TagProposal> all(LabelChoices labels, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<LabelChoice> named = labels.exactly(text);
        List<TagProposal> all = new ArrayList<>();
        all.add(new TagProposal(named.map(LabelChoice::toString).orElse("New label “" + text + "”"), Optional.empty()));
        labels.suggest(text).stream()
                .filter(choice -> !named.equals(Optional.of(choice)))
                .forEach(choice -> all.add(new TagProposal(shown(choice, labels), Optional.of(choice.label()))));
        return all;
    }

    private static String shown(LabelChoice choice, LabelChoices labels) {
        int uses = labels.usesOf(choice.label());
        return uses == 0 ? choice.toString() : choice + "  ·  used " + ClipText.count(uses) + "×";
    }
}
