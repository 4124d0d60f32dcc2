package app.earmark.teaching;

import app.earmark.learning.CalibrationError;
import app.earmark.learning.Calibrator;
import app.earmark.learning.Evidence;
import app.earmark.learning.HeadTrainer;
import app.earmark.learning.RankingQuality;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.TagClaim;
import app.earmark.progress.Progress;
import app.earmark.tagging.Tagger;
import app.earmark.teaching.LabelReport.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Measures one label on what persons said about it. */
final class Reporter {

    private final Tagger tagger;
    private final Map<ClipId, Embedding> vectors;

    Reporter(Tagger tagger, Map<ClipId, Embedding> vectors) {
        this.tagger = tagger;
        this.vectors = vectors;
    }

    LabelReport report(TaughtLabel label, LabelWords.Gathered gathered, Progress progress) {
        Evidence evidence = gathered.evidence();
        boolean[] holds = Arrays.copyOf(evidence.holds(), evidence.judged());
        boolean enough = evidence.confirmed() >= LabelReport.LEAST && evidence.rejected() >= LabelReport.LEAST;
        if (label.calibrated() && Teacher.canLearn(evidence)) {
            double[] scores = Arrays.copyOf(
                    new HeadTrainer().train(evidence, progress::isCancelled).heldOut(), evidence.judged());
            Optional<double[]> probabilities = Calibrator.heldOut(scores, holds);
            if (probabilities.isPresent()) {
                return taught(label, scores, probabilities.get(), holds, enough);
            }
        }
        return untaught(label, gathered, holds, enough);
    }

    private LabelReport taught(
            TaughtLabel label, double[] scores, double[] probabilities, boolean[] holds, boolean enough) {
        double threshold = tagger.leastProbability(label.label());
        boolean[] asserted = new boolean[holds.length];
        for (int i = 0; i < asserted.length; i++) {
            asserted[i] = probabilities[i] >= threshold;
        }
        return report(
                label,
                asserted,
                holds,
                RankingQuality.averagePrecision(scores, holds),
                OptionalDouble.of(threshold),
                enough ? RankingQuality.bestThreshold(probabilities, holds) : OptionalDouble.empty(),
                OptionalDouble.of(CalibrationError.expected(probabilities, holds)),
                curve(probabilities, holds),
                enough);
    }

    /** What the model says now, by its own rule. */
    private LabelReport untaught(TaughtLabel label, LabelWords.Gathered gathered, boolean[] holds, boolean enough) {
        boolean[] asserted = new boolean[holds.length];
        for (int i = 0; i < asserted.length; i++) {
            asserted[i] = tagger.claim(
                            label.label(), vectors.get(gathered.judged().get(i)))
                    .filter(TagClaim::asserted)
                    .isPresent();
        }
        double[] similarities = Arrays.copyOf(gathered.evidence().similarities(), holds.length);
        OptionalDouble averagePrecision = Arrays.stream(similarities).anyMatch(Double::isNaN)
                ? OptionalDouble.empty()
                : RankingQuality.averagePrecision(similarities, holds);
        return report(
                label,
                asserted,
                holds,
                averagePrecision,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                enough);
    }

    private static LabelReport report(
            TaughtLabel label,
            boolean[] asserted,
            boolean[] holds,
            OptionalDouble averagePrecision,
            OptionalDouble threshold,
            OptionalDouble suggested,
            OptionalDouble error,
            List<Point> curve,
            boolean enough) {
        int said =
                (int) IntStream.range(0, holds.length).filter(i -> asserted[i]).count();
        int right = (int) IntStream.range(0, holds.length)
                .filter(i -> asserted[i] && holds[i])
                .count();
        int all = (int) IntStream.range(0, holds.length).filter(i -> holds[i]).count();
        return new LabelReport(
                label,
                said == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / said),
                all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / all),
                averagePrecision,
                said,
                right,
                threshold,
                suggested,
                error,
                curve,
                enough);
    }

    private static List<Point> curve(double[] probabilities, boolean[] holds) {
        int all = (int) IntStream.range(0, holds.length).filter(i -> holds[i]).count();
        List<Point> curve = new ArrayList<>();
        for (int percent = 5; percent < 100; percent += 5) {
            double threshold = percent / 100.0;
            int said = 0;
            int right = 0;
            for (int i = 0; i < holds.length; i++) {
                if (probabilities[i] >= threshold) {
                    said++;
                    right += holds[i] ? 1 : 0;
                }
            }
            if (said > 0 && all > 0) {
                curve.add(new Point(threshold, (double) right / said, (double) right / all));
            }
        }
        return curve;
    }
}
