package app.earmark.teaching;

import app.earmark.learning.CalibrationError;
import app.earmark.teaching.TaughtClass.Apart;
import app.earmark.teaching.TaughtClass.Order;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a few confirmed clips teach, with and without rejected ones; then how near probabilities are to the truth after 80 proposed
 * words. Arguments as for {@link TeachBench}: file, seeds, FAMILIES or SERIES.
 */
final class FewWordsBench {

    private static final int[][] WORDS = {
        {0, 0}, {3, 0}, {3, 3}, {3, 10}, {5, 0}, {5, 5}, {5, 15}, {12, 0}, {12, 12}, {12, 36}
    };
    private static final int ROUNDS = 4;
    private static final int A_ROUND = 20;

    private final LabelledClips clips;
    private final List<Integer> labels;
    private final int seeds;
    private final Apart apart;

    private FewWordsBench(LabelledClips clips, int seeds, Apart apart) {
        this.clips = clips;
        this.seeds = seeds;
        this.apart = apart;
        labels = IntStream.range(0, clips.prompts().size())
                .filter(label -> TeachBench.isLargeEnough(clips, label))
                .boxed()
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        FewWordsBench bench = new FewWordsBench(
                LabelledClips.read(Path.of(arguments[0])), Integer.parseInt(arguments[1]), Apart.valueOf(arguments[2]));
        for (int[] words : WORDS) {
            bench.ranking(words[0], words[1]);
        }
        bench.probabilities();
    }

    private void ranking(int confirmed, int rejected) {
        double[] bySeed = new double[seeds];
        int better = 0;
        for (int seed = 0; seed < seeds; seed++) {
            for (int label : labels) {
                TaughtClass taught = new TaughtClass(clips, label, seed, apart);
                double before = taught.averagePrecision();
                taught.judge(confirmed, rejected);
                double now = taught.averagePrecision();
                better += now > before ? 1 : 0;
                bySeed[seed] += now / labels.size();
            }
        }
        double mean = Arrays.stream(bySeed).average().orElseThrow();
        double squares = Arrays.stream(bySeed).map(x -> (x - mean) * (x - mean)).sum();
        System.out.printf(
                Locale.ROOT,
                "%2d confirmed, %2d rejected: AP %.3f ± %.3f, better than before in %.0f %%%n",
                confirmed,
                rejected,
                mean,
                Math.sqrt(squares / Math.max(1, seeds - 1)),
                100.0 * better / seeds / labels.size());
    }

    private void probabilities() {
        String[] ways = {"calibrated", "the head's own", "share of confirmed"};
        double[][] errors = new double[ways.length][2];
        int calibrated = 0;
        for (int seed = 0; seed < seeds; seed++) {
            for (int label : labels) {
                TaughtClass taught = new TaughtClass(clips, label, seed, apart);
                for (int round = 0; round < ROUNDS; round++) {
                    taught.judge(A_ROUND, Order.PROPOSED);
                }
                Optional<double[]> probabilities = taught.calibratedProbabilities();
                if (probabilities.isPresent()) {
                    calibrated++;
                    double[] same = new double[taught.truth().length];
                    Arrays.fill(same, taught.shareConfirmed());
                    add(errors[0], probabilities.get(), taught.truth());
                    add(errors[1], taught.ownProbabilities(), taught.truth());
                    add(errors[2], same, taught.truth());
                }
            }
        }
        for (int way = 0; way < ways.length; way++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s ECE %.3f, Brier %.3f (%d of %d calibrated)%n",
                    ways[way],
                    errors[way][0] / calibrated,
                    errors[way][1] / calibrated,
                    calibrated,
                    seeds * labels.size());
        }
    }

    private static void add(double[] errors, double[] probabilities, boolean[] truth) {
        errors[0] += CalibrationError.expected(probabilities, truth);
        errors[1] += CalibrationError.brier(probabilities, truth);
    }
}
