package app.earmark.teaching;

import app.earmark.library.HeardEvidence;
import app.earmark.library.LearnedModel;
import app.earmark.teaching.Lesson.Calibration;
import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.util.OptionalDouble;

/**
 * What a head was learnt from and how good it is: the explanation kept with it, as JSON of these members.
 *
 * @param label as people spell it
 * @param heard how many of the clips that persons had spoken about the pack had vectors of
 * @param fingerprint of everything that persons had said
 * @param regularisation the C that cross-validation chose
 */
record LessonNotes(
        String label,
        int heard,
        long fingerprint,
        int confirmed,
        int rejected,
        int background,
        Calibration calibration,
        double regularisation,
        Double averagePrecision,
        Double similarityAveragePrecision) {

    private static final Gson GSON = new Gson();

    String toJson() {
        return GSON.toJson(this);
    }

    /** What is written with this model; without what can't be read. */
    static LessonNotes of(LearnedModel model) {
        try {
            LessonNotes notes = GSON.fromJson(model.explanation(), LessonNotes.class);
            if (notes != null && notes.label != null && notes.calibration != null) {
                return notes;
            }
        } catch (JsonSyntaxException e) {
            // told apart from one that was learnt from nothing by nobody who needs to
        }
        return new LessonNotes(model.subject(), 0, 0, 0, 0, 0, Calibration.NONE, 0, null, null);
    }

    /** Whether this is all that there is to learn from. */
    boolean isUpToDate(HeardEvidence said, boolean calm) {
        // while the pack listens to a library anew, one lesson a clip would be too many
        boolean muchMoreHeard = said.heard() > heard && (calm || 4L * said.heard() >= 5L * heard);
        return fingerprint == said.fingerprint() && !muchMoreHeard;
    }

    /** The same, as if it were learnt from what was said by now. */
    LessonNotes of(HeardEvidence said) {
        return new LessonNotes(
                label,
                said.heard(),
                said.fingerprint(),
                confirmed,
                rejected,
                background,
                calibration,
                regularisation,
                averagePrecision,
                similarityAveragePrecision);
    }

    Lesson lesson(LearnedModel model) {
        return new Lesson(
                model.version(),
                model.at(),
                confirmed,
                rejected,
                background,
                calibration,
                orEmpty(averagePrecision),
                orEmpty(similarityAveragePrecision));
    }

    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble orEmpty(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
