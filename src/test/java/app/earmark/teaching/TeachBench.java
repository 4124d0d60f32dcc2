package app.earmark.teaching;

import app.earmark.learning.Evidence;
import app.earmark.learning.HeadTrainer;
import app.earmark.teaching.TaughtClass.Apart;
import app.earmark.teaching.TaughtClass.Order;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What teaching gains: labels given → average precision on clips that took no part; then calibration errors
 * and the time of one lesson. Arguments: the file that {@code python -m earmark_starter.labelled} writes; how many seeds; FAMILIES
 * or SERIES, what is left out together; the orders to try.
 */
final class TeachBench {

    private static final int[] GIVEN = {0, 5, 10, 20, 40, 80};
    private static final int MOST_A_ROUND = 20;
    private static final int LEAST_CLIPS = 14;
    private static final int LEAST_FAMILIES = 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TeachBench() {}

    public static void main(String[] arguments) throws Exception {
        LabelledClips clips = LabelledClips.read(Path.of(arguments[0]));
        int seeds = Integer.parseInt(arguments[1]);
        List<Integer> labels = IntStream.range(0, clips.prompts().size())
                .filter(label -> isLargeEnough(clips, label))
                .boxed()
                .toList();
        labels.forEach(label -> System.out.println(clips.prompts().get(label)));
        lesson();
        for (String order : Arrays.asList(arguments).subList(3, arguments.length)) {
            curve(clips, labels, seeds, Apart.valueOf(arguments[2]), Order.valueOf(order));
        }
    }

    static boolean isLargeEnough(LabelledClips clips, int label) {
        int[] of = IntStream.range(0, clips.labels().length)
                .filter(i -> clips.labels()[i] == label)
                .toArray();
        return of.length >= LEAST_CLIPS
                && IntStream.of(of).map(i -> clips.familyOf()[i]).distinct().count() >= LEAST_FAMILIES;
    }

    private static void curve(LabelledClips clips, List<Integer> labels, int seeds, Apart apart, Order order) {
        double[][] bySeed = new double[GIVEN.length][seeds];
        double[] confirmed = new double[GIVEN.length];
        List<double[]> errors = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (int label : labels) {
                TaughtClass taught = new TaughtClass(clips, label, seed, apart);
                int given = 0;
                for (int g = 0; g < GIVEN.length; g++) {
                    while (given < GIVEN[g]) {
                        int round = Math.min(MOST_A_ROUND, GIVEN[g] - given);
                        taught.judge(round, order);
                        given += round;
                    }
                    bySeed[g][seed] += taught.averagePrecision() / labels.size();
                    confirmed[g] += (double) taught.confirmed() / labels.size() / seeds;
                }
                taught.calibrationErrors().ifPresent(errors::add);
            }
        }
        for (int g = 0; g < GIVEN.length; g++) {
            double mean = Arrays.stream(bySeed[g]).average().orElseThrow();
            double deviation = Math.sqrt(
                    Arrays.stream(bySeed[g]).map(x -> (x - mean) * (x - mean)).sum() / (seeds - 1));
            System.out.printf(
                    Locale.ROOT,
                    "%-10s given %3d  confirmed %5.1f  AP %.3f ± %.3f%n",
                    order,
                    GIVEN[g],
                    confirmed[g],
                    mean,
                    deviation);
        }
        double[] mean = new double[4];
        errors.forEach(e -> IntStream.range(0, 4).forEach(i -> mean[i] += e[i] / errors.size()));
        System.out.printf(
                Locale.ROOT,
                "%-10s calibrated %d of %d; ECE %.3f → %.3f, Brier %.3f → %.3f%n",
                order,
                errors.size(),
                seeds * labels.size(),
                mean[0],
                mean[1],
                mean[2],
                mean[3]);
    }

    /** 4,000 judged clips and 1,000 of background, 512 values each; cross-validation included. */
    private static void lesson() {
        Random random = new Random(1);
        int n = 5000;
        float[][] vectors = new float[n][512];
        double[] similarities = new double[n];
        boolean[] holds = new boolean[n];
        for (int i = 0; i < n; i++) {
            holds[i] = i < 4000 && i % 2 == 0;
            for (int d = 0; d < 512; d++) {
                vectors[i][d] = (float) ((random.nextGaussian() + (holds[i] && d < 20 ? 0.4 : 0)) / Math.sqrt(512));
            }
            similarities[i] = random.nextGaussian() + (holds[i] ? 1 : 0);
        }
        Evidence evidence =
                new Evidence(vectors, similarities, holds, IntStream.range(0, n).toArray(), 4000);
        for (int run = 0; run < 5; run++) {
            long start = System.nanoTime();
            long busy = THREADS.getCurrentThreadCpuTime();
            HeadTrainer.Trained trained = new HeadTrainer().train(evidence, () -> false);
            System.out.printf(
                    Locale.ROOT,
                    "lesson of 5,000 examples: %.2f s, of processor time %.2f s (AP held out %.3f)%n",
                    (System.nanoTime() - start) / 1e9,
                    (THREADS.getCurrentThreadCpuTime() - busy) / 1e9,
                    trained.averagePrecision().orElseThrow());
        }
    }
}
