package app.earmark.bench;

import app.earmark.embed.ExactVectorScorer;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;

/** One query against 100,000 stored vectors: a plain Java loop beside {@link ExactVectorScorer}. */
final class SearchBench {

    private static final int ROWS = 100_000;
    private static final int BEST = 20;

    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        for (int dimension : new int[] {339, 512}) {
            compare(dimension);
        }
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"))) {
            var text = pack.text();
            System.out.println("text encoding: "
                    + Timing.of(50, 200, i -> text.encode("heavy wooden door creaks slowly " + i % 10)));
        }
    }

    private static void compare(int dimension) throws Exception {
        Random random = new Random(1);
        float[] query = vector(random, dimension);
        float[] plain = new float[ROWS * dimension];
        try (ExactVectorScorer scorer = new ExactVectorScorer(dimension)) {
            long before = directBytes();
            for (int row = 0; row < ROWS; row++) {
                float[] vector = vector(random, dimension);
                System.arraycopy(vector, 0, plain, row * dimension, dimension);
                scorer.put(row, vector);
            }
            System.out.printf("%d × %d: %d MB of direct memory%n", ROWS, dimension, (directBytes() - before) >> 20);
            float[] scores = new float[ROWS];
            System.out.println(
                    "  plain Java loop, scores only: " + Timing.of(20, 60, i -> products(plain, query, scores)));
            System.out.println("  ExactVectorScorer, all scores:     " + Timing.of(20, 60, i -> scorer.scores(query)));
            System.out.println("  ExactVectorScorer, best " + BEST + ":        "
                    + Timing.of(20, 60, i -> scorer.top(query, BEST)));
        }
    }

    /** Eight accumulators, so that the loop is not bound by the latency of one addition. */
    private static void products(float[] rows, float[] query, float[] scores) {
        int dimension = query.length;
        for (int row = 0; row < scores.length; row++) {
            int at = row * dimension;
            float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
            int i = 0;
            for (; i + 8 <= dimension; i += 8, at += 8) {
                a += rows[at] * query[i];
                b += rows[at + 1] * query[i + 1];
                c += rows[at + 2] * query[i + 2];
                d += rows[at + 3] * query[i + 3];
                e += rows[at + 4] * query[i + 4];
                f += rows[at + 5] * query[i + 5];
                g += rows[at + 6] * query[i + 6];
                h += rows[at + 7] * query[i + 7];
            }
            for (; i < dimension; i++, at++) {
                a += rows[at] * query[i];
            }
            scores[row] = a + b + c + d + e + f + g + h;
        }
    }

    private static float[] vector(Random random, int dimension) {
        float[] vector = new float[dimension];
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < dimension; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
