package app.earmark.teaching;

import app.earmark.learning.Calibration;
import app.earmark.learning.Head;
import app.earmark.learning.IsotonicRegression;
import app.earmark.library.HeardEvidence;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.LearnedModel;
import app.earmark.library.LearnedModel.Kind;
import app.earmark.library.PackId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Keeps lessons. Each is a head, then its calibration, which names the head's version; a head without its calibration
 * claims nothing. A label that the person no longer wants taught has an empty head on top, so earlier ones can come back.
 */
final class Lessons {

    private static final String BY_A_PERSON = "{\"removed\":true}";

    private final LearnedCatalog catalog;
    private final Clock clock;

    Lessons(LearnedCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    static Lesson.Calibration kindOf(Optional<Calibration> calibration) {
        return calibration
                .map(c -> c instanceof IsotonicRegression ? Lesson.Calibration.ISOTONIC : Lesson.Calibration.PLATT)
                .orElse(Lesson.Calibration.NONE);
    }

    TaughtScores current(PackId pack) {
        return TaughtScores.of(catalog, pack);
    }

    void save(PackId pack, String key, Head head, Optional<Calibration> calibration, LessonNotes notes) {
        save(pack, key, LearnedFormat.write(head), calibration, notes.toJson());
    }

    private void save(PackId pack, String key, byte[] head, Optional<Calibration> calibration, String notes) {
        int version = catalog.save(new LearnedModel(pack, Kind.HEAD, key, 0, clock.instant(), notes, head))
                .version();
        catalog.save(new LearnedModel(
                pack,
                Kind.CALIBRATION,
                key,
                0,
                clock.instant(),
                "{}",
                LearnedFormat.write(new LearnedFormat.OfHead(version, calibration))));
    }

    /** Whether a person took the label out of teaching. */
    boolean isOff(PackId pack, String key) {
        return catalog.current(pack, Kind.HEAD, key)
                .filter(model ->
                        model.content().length == 0 && model.explanation().equals(BY_A_PERSON))
                .isPresent();
    }

    /** The person wants no lesson to count, nor new ones until they say so. */
    void switchOff(PackId pack, String key) {
        noHead(pack, key, BY_A_PERSON);
    }

    /** So much was taken back that nothing is left to learn from. */
    void lapse(PackId pack, String key) {
        noHead(pack, key, "{}");
    }

    private void noHead(PackId pack, String key, String explanation) {
        catalog.save(new LearnedModel(pack, Kind.HEAD, key, 0, clock.instant(), explanation, new byte[0]));
    }

    List<Lesson> of(PackId pack, String key) {
        return heads(pack, key).stream()
                .map(model -> LessonNotes.of(model).lesson(model))
                .toList();
    }

    /**
     * @param said so far; a new lesson follows only once more is said
     * @throws IllegalArgumentException if there is no such version
     */
    void restore(PackId pack, String key, int version, HeardEvidence said) {
        LearnedModel head = heads(pack, key).stream()
                .filter(model -> model.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no version " + version + "."));
        Optional<Calibration> calibration = catalog.versions(pack, Kind.CALIBRATION, key).stream()
                .map(model -> LearnedFormat.readCalibration(model.content()))
                .filter(read -> read.head() == version)
                .findFirst()
                .flatMap(LearnedFormat.OfHead::calibration);
        save(
                pack,
                key,
                head.content(),
                calibration,
                LessonNotes.of(head).of(said).toJson());
    }

    private List<LearnedModel> heads(PackId pack, String key) {
        return catalog.versions(pack, Kind.HEAD, key).stream()
                .filter(model -> model.content().length > 0)
                .toList();
    }
}
