package app.earmark.tagging;

import app.earmark.embed.Sha256;
import app.earmark.library.AssertionRule;
import java.util.List;

/**
 * Tells whether claims made at different times follow from the same labels, prompts, thresholds, parameters, pack and
 * what was learnt. Vectors of
 * prompts take no part: their last digits may differ between processors.
 */
final class VocabularyDigest {

    /** To be raised whenever {@link TagRule} or {@link LabelVectors} decide differently on the same parameters. */
    private static final int ALGORITHM = 1;

    private VocabularyDigest() {}

    /** SHA-256 in hex. */
    static String of(String packHash, List<VocabularyLabel> labels, TagRule rule, LearnedScores learned) {
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
            if (label.threshold().isPresent() || !label.rule().equals(AssertionRule.OF_PACK)) {
                text.append("\tsince ").append(label.threshold()).append(label.rule());
                // top-K and margin compare a label with its taxonomy's others
                text.append(label.taxonomy());
            }
            text.append('\n');
        }
        text.append(learned.digest());
        return Sha256.ofText(text.toString());
    }
}
