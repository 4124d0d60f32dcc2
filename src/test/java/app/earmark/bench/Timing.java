package app.earmark.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** Times of one thing done many times over, warmed up first; wall clock, and processor time of the calling thread. */
final class Timing {

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run(int round) throws Exception;
    }

    private final double[] wallMillis;
    private final double processorMillis;

    private Timing(double[] wallMillis, double processorMillis) {
        this.wallMillis = wallMillis;
        this.processorMillis = processorMillis;
    }

    static Timing of(int warmUp, int rounds, Work work) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            work.run(i);
        }
        double[] wall = new double[rounds];
        var threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.run(i);
            wall[i] = (System.nanoTime() - start) / 1e6;
        }
        processor = threads.getCurrentThreadCpuTime() - processor;
        Arrays.sort(wall);
        return new Timing(wall, processor / 1e6 / rounds);
    }

    /** The least, which other work on the machine spoils least. */
    double best() {
        return wallMillis[0];
    }

    double median() {
        return wallMillis[wallMillis.length / 2];
    }

    double p95() {
        return wallMillis[(int) Math.ceil(wallMillis.length * 0.95) - 1];
    }

    /** Mean processor time of the calling thread. */
    double processor() {
        return processorMillis;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "best %.2f ms, median %.2f ms, p95 %.2f ms, processor %.2f ms",
                best(),
                median(),
                p95(),
                processor());
    }
}
