package app.earmark.teaching;

import app.earmark.library.LearnedModel;
import app.earmark.teaching.Lesson.Calibration;
import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.util.OptionalDouble;

/**
 * What a head was learnt from and how good it is: the explanation kept with it, as JSON of these members.
 *
 * @param label as people spell it
 * @param saidConfirmed how many clips persons had confirmed, whether or not the pack had listened to them
 * @param regularisation the C that cross-validation chose
 */
record LessonNotes(
        String label,
        int saidConfirmed,
        int saidRejected,
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
