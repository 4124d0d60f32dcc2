package app.earmark.teaching;

import app.earmark.learning.Calibration;
import app.earmark.learning.Calibrator;
import app.earmark.learning.Evidence;
import app.earmark.learning.HeadTrainer;
import app.earmark.library.HeardEvidence;
import app.earmark.library.PackId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Arrays;
import java.util.Optional;

/** Fits a label's head and calibration on what was gathered, and keeps both. */
final class Teacher {

    private final Lessons lessons;
    private final HeadTrainer trainer = new HeadTrainer();

    Teacher(Lessons lessons) {
        this.lessons = lessons;
    }

    /** Whether there is enough to learn from. */
    static boolean canLearn(Evidence evidence) {
        return evidence.confirmed() >= TaughtLabel.LEAST_CONFIRMED && evidence.rejected() + evidence.background() > 0;
    }

    /** @param said taken before {@code evidence} was gathered, so that what is said meanwhile is learnt next */
    void teach(PackId pack, String key, HeardEvidence said, Evidence evidence, Progress progress) throws CancelledWork {
        HeadTrainer.Trained trained = trainer.train(evidence, progress::isCancelled);
        progress.throwIfCancelled();
        Optional<Calibration> calibration = calibrate(trained, evidence);
        lessons.save(
                pack,
                key,
                trained.head(),
                calibration,
                new LessonNotes(
                        said.label(),
                        said.heard(),
                        said.fingerprint(),
                        evidence.confirmed(),
                        evidence.rejected(),
                        evidence.background(),
                        Lessons.kindOf(calibration),
                        trained.inverseRegularisation(),
                        LessonNotes.orNull(trained.averagePrecision()),
                        LessonNotes.orNull(trained.similarityAveragePrecision())));
    }

    private static Optional<Calibration> calibrate(HeadTrainer.Trained trained, Evidence evidence) {
        return trained.hasHeldOut()
                ? Calibrator.fit(
                        Arrays.copyOf(trained.heldOut(), evidence.judged()),
                        Arrays.copyOf(evidence.holds(), evidence.judged()))
                : Optional.empty();
    }
}
