package app.earmark.library;

import java.time.Instant;

/**
 * Something that was learnt for one pack from what persons said, or from the library's own names.
 *
 * @param subject the label it is about, in the form of {@link TagPrecedence#keyOf}; empty for an adapter
 * @param version counts from 1 for each pack, kind and subject
 * @param explanation what it was learnt from and how good it is, as JSON whose members the learner documents
 * @param content its parameters, in the learner's own format
 */
public record LearnedModel(
        PackId pack, Kind kind, String subject, int version, Instant at, String explanation, byte[] content) {

    public enum Kind {
        /** Scores one label from the acoustic vector. */
        HEAD,
        /** Turns one label's scores into probabilities. */
        CALIBRATION,
        /** Brings audio vectors nearer to the library's own words. */
        ADAPTER
    }

    public LearnedModel {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
