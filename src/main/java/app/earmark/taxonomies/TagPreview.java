package app.earmark.taxonomies;

import app.earmark.library.ClipId;
import java.util.List;

/**
 * What the model would tag if taxonomies were changed.
 *
 * @param clips how many sounds were looked at: those that the pack in use has listened to
 * @param labels whose tags may change, those that change most first
 */
public record TagPreview(int clips, List<LabelPreview> labels) {

    public TagPreview {
        labels = List.copyOf(labels);
    }

    /** How many tags would come, over all labels. */
    public int gained() {
        return labels.stream().mapToInt(LabelPreview::gained).sum();
    }

    /** How many tags would go, over all labels. */
    public int lost() {
        return labels.stream().mapToInt(LabelPreview::lost).sum();
    }

    /**
     * What would become of one label. Sounds that a person judged count in {@code word} only, because their word stands.
     *
     * @param before sounds that the model gives the label now
     * @param after sounds that it would give it
     * @param gained how many it would newly give it
     * @param lost how many would lose it
     * @param gainedExamples the best of the gained
     * @param lostExamples the best of the lost
     * @param best the best of all that would have it
     * @param borderline the last that would just have it, then the first that would just not
     */
    public record LabelPreview(
            String label,
            int before,
            int after,
            int gained,
            int lost,
            List<Example> gainedExamples,
            List<Example> lostExamples,
            List<Example> best,
            List<Example> borderline,
            PersonsWord word) {

        public LabelPreview {
            gainedExamples = List.copyOf(gainedExamples);
            lostExamples = List.copyOf(lostExamples);
            best = List.copyOf(best);
            borderline = List.copyOf(borderline);
        }
    }

    /**
     * A sound to listen to.
     *
     * @param score its cosine with the label as it would be
     * @param asserted whether it would have the label
     */
    public record Example(ClipId clip, double score, boolean asserted) {}

    /**
     * How the model would agree with what a person said.
     *
     * @param confirmed sounds that a person gave the label, of those looked at
     * @param confirmedFound how many of them the model would give it, too
     * @param rejected sounds that a person denied it
     * @param rejectedFound how many of them the model would give it nevertheless
     */
    public record PersonsWord(int confirmed, int confirmedFound, int rejected, int rejectedFound) {}
}
