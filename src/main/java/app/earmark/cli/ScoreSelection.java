package app.earmark.cli;

import app.earmark.tagging.LabelScore;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Option;

/** Which of a clip's scores are wanted; without any option all of them, in the labels' order. */
final class ScoreSelection {

    @Option(names = "--top", paramLabel = "K", description = "Only the K best labels of each clip, best first.")
    private Integer top;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Only labels with a probability of at least T (0 to 1), best first.")
    private Double threshold;

    List<LabelScore> of(List<LabelScore> scores) {
        if (top == null && threshold == null) {
            return scores;
        }
        return scores.stream()
                .filter(score -> threshold == null || score.probability() >= threshold)
                .sorted(Comparator.comparingDouble(LabelScore::similarity).reversed())
                .limit(top == null ? scores.size() : top)
                .toList();
    }

    void check() {
        if (top != null && threshold != null) {
            throw new CommandFailure(ExitCode.USAGE, "--top and --threshold can't be used together.");
        }
        if (top != null && top < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--top takes a number from 1 on, not " + top + ".");
        }
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--threshold takes a probability from 0 to 1, not " + threshold + ".");
        }
    }
}
