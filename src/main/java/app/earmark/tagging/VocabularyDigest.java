package app.earmark.tagging;

import app.earmark.embed.Sha256;
import java.util.List;

/**
 * Tells whether claims made at different times follow from the same labels, prompts, parameters and pack. Vectors of
 * prompts take no part: their last digits may differ between processors.
 */
final class VocabularyDigest {

    /** To be raised whenever {@link TagRule} or {@link LabelVectors} decide differently on the same parameters. */
    private static final int ALGORITHM = 1;

    private VocabularyDigest() {}

    /** SHA-256 in hex. */
    static String of(String packHash, List<VocabularyLabel> labels, TagRule rule) {
        StringBuilder text = new StringBuilder()
                .append(ALGORITHM)
                .append('\n')
                .append(packHash)
                .append('\n')
                .append(rule)
                .append(TagRule.MOST_GUESSES)
                .append('\n');
        for (VocabularyLabel label : labels) {
            text.append(label.label()).append('\t').append(label.heard() ? '+' : '-');
            text.append(label.catId() ? 'C' : 'O');
            label.prompts().forEach(prompt -> text.append('\t').append(prompt));
            text.append('\n');
        }
        return Sha256.ofText(text.toString());
    }
}
