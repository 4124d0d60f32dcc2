package app.earmark.teaching;

import app.earmark.library.Embedding;
import java.util.List;
import java.util.Optional;

/** Scores clips for one label by the head, or, before there is one, by its prompts and the nearest confirmed clip. */
record LabelScorer(Optional<TaughtHead> taught, List<float[]> confirmed) {

    /** @param similarity with the label's prompts; NaN where there is none */
    double score(Embedding clip, double similarity) {
        if (taught.isPresent() && taught.get().head().acoustic().weights().length == clip.acoustic().length) {
            return taught.get().head().score(clip.acoustic(), similarity);
        }
        double nearest = confirmed.stream()
                .mapToDouble(other -> Cosine.of(other, clip.acoustic()))
                .max()
                .orElse(0);
        return nearest + (Double.isNaN(similarity) ? 0 : similarity);
    }
}
