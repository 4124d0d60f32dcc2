package app.earmark.ui.inspector;

import app.earmark.ui.tags.LabelChoice;
import app.earmark.ui.tags.LabelChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the list below the field for tags.
 *
 * @param shown what the line says
 * @param label absent: whatever is typed
 */
record TagProposal(String shown, Optional<String> label) {

    /** What was typed comes first, as the label it names or as a new one; then the labels that fit. */
    static List<TagProposal> all(LabelChoices labels, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<LabelChoice> named = labels.exactly(text);
        List<TagProposal> all = new ArrayList<>();
        all.add(new TagProposal(
                named.map(LabelChoice::toString).orElse("Add “" + text + "” as your own"), Optional.empty()));
        labels.suggest(text).stream()
                .filter(choice -> !named.equals(Optional.of(choice)))
                .forEach(choice -> all.add(new TagProposal(choice.toString(), Optional.of(choice.label()))));
        return all;
    }
}
