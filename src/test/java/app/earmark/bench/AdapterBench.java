package app.earmark.bench;

import app.earmark.embed.ModelPack;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.PackFiles;
import app.earmark.library.ClipFilter;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.AdapterSource;
import app.earmark.search.HybridSearcher;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.store.Catalogue;
import app.earmark.teaching.adapter.NameLearning;
import app.earmark.teaching.adapter.StoredAdapters;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Time of learning from names in a catalogue of many clips, and of a search with and without what was learnt, in turn.
 * Arguments: catalogue file, filled if it is not there, and changed; number of clips; then {@code wide} for vectors as CLAP has
 * them. With {@code -Dearmark.learnt=true} what an earlier run learnt is searched with. Names are made up, and sound as they read, so that the adapter is used.
 */
public final class AdapterBench {

    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final int WARM_UP = 30;
    private static final int PAIRS = 300;

    private AdapterBench() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        boolean fresh = !Files.exists(file);
        boolean wide = args.length > 2;
        SyntheticLibrary library = new SyntheticLibrary(true);
        ExecutorService background = Executors.newCachedThreadPool();
        try (ModelPack starter = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
                ModelPack pack = wide ? new WidePack(starter, 512) : starter;
                Catalogue catalogue = Catalogue.open(file, SyntheticLibrary.names())) {
            if (fresh) {
                PackDescription d = pack.description();
                library.fill(
                        catalogue, Integer.parseInt(args[1]), d.packId(), d.jointDimension(), d.acousticDimension(), 0);
            }
            NameLearning learning =
                    new NameLearning(catalogue.clips(), catalogue.embeddings(), catalogue.tags(), catalogue.learned());
            if (!Boolean.getBoolean("earmark.learnt")) {
                learn(learning, pack);
                cancel(learning, pack);
            }
            StoredAdapters adapters = new StoredAdapters(catalogue.learned());
            try (HybridSearcher plain = searcher(catalogue, pack, AdapterSource.NONE, background);
                    HybridSearcher adapted = searcher(catalogue, pack, adapters::current, background)) {
                search(plain, "first", SearchMode.SEMANTIC);
                long start = System.nanoTime();
                search(adapted, "wood metal", SearchMode.SEMANTIC);
                System.out.printf("first search that adapts all clips: %.2f s%n", (System.nanoTime() - start) / 1e9);
                compare(plain, adapted, library, SearchMode.SEMANTIC);
                compare(plain, adapted, library, SearchMode.HYBRID);
            }
        } finally {
            background.shutdown();
        }
    }

    private static void learn(NameLearning learning, ModelPack pack) throws Exception {
        for (int round = 0; round < 2; round++) {
            Phases phases = new Phases();
            long start = System.nanoTime();
            long processor = OS.getProcessCpuTime();
            var status = learning.fit(pack, phases);
            phases.phase("", -1);
            System.out.printf(
                    Locale.ROOT,
                    "learning from the catalogue: %.1f s, processor time %.1f s; %s%n",
                    (System.nanoTime() - start) / 1e9,
                    (OS.getProcessCpuTime() - processor) / 1e9,
                    status.sentence());
        }
    }

    /** How long it takes from asking to stop until it has, at moments all over a fit. */
    private static void cancel(NameLearning learning, ModelPack pack) throws Exception {
        double longest = 0;
        for (int millis = 100; millis <= 12_800; millis *= 2) {
            long stop = System.nanoTime() + millis * 1_000_000L;
            try {
                learning.fit(pack, new Progress() {
                    @Override
                    public boolean isCancelled() {
                        return System.nanoTime() > stop;
                    }
                });
            } catch (CancelledWork e) {
                longest = Math.max(longest, (System.nanoTime() - stop) / 1e9);
            }
        }
        System.out.printf(Locale.ROOT, "stops at most %.2f s after it is asked to%n", longest);
    }

    private static HybridSearcher searcher(
            Catalogue catalogue, ModelPack pack, AdapterSource adapters, ExecutorService background) {
        return new HybridSearcher(
                catalogue.clips(), catalogue.keywords(), catalogue.embeddings(), () -> pack, adapters, background);
    }

    private static void compare(HybridSearcher plain, HybridSearcher adapted, SyntheticLibrary library, SearchMode mode)
            throws Exception {
        double[][] wall = new double[2][PAIRS];
        double[][] processor = new double[2][PAIRS];
        for (int i = -WARM_UP; i < PAIRS; i++) {
            for (int which : i % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
                String text = library.text(2) + " " + i; // never asked before, by either
                long start = System.nanoTime();
                long busy = OS.getProcessCpuTime();
                search(which == 0 ? plain : adapted, text, mode);
                if (i >= 0) {
                    wall[which][i] = (System.nanoTime() - start) / 1e6;
                    processor[which][i] = (OS.getProcessCpuTime() - busy) / 1e6;
                }
            }
        }
        for (double[][] of : new double[][][] {wall, processor}) {
            Arrays.sort(of[0]);
            Arrays.sort(of[1]);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s: without median %.1f, p95 %.1f, mean %.1f ms; with %.1f, %.1f, %.1f ms; ratio of medians %.2f,"
                            + " of means %.2f%n",
                    mode,
                    of == wall ? "wall" : "processor",
                    of[0][PAIRS / 2],
                    of[0][PAIRS * 95 / 100],
                    mean(of[0]),
                    of[1][PAIRS / 2],
                    of[1][PAIRS * 95 / 100],
                    mean(of[1]),
                    of[1][PAIRS / 2] / of[0][PAIRS / 2],
                    mean(of[1]) / mean(of[0]));
        }
    }

    private static double mean(double[] of) {
        return Arrays.stream(of).average().orElseThrow();
    }

    private static void search(HybridSearcher searcher, String text, SearchMode mode) throws Exception {
        searcher.search(new SearchRequest(text, mode, ClipFilter.ALL, 100), Progress.NONE);
    }

    /** Says how long each phase takes. */
    private static final class Phases implements Progress {

        private String name = "";
        private long since = System.nanoTime();
        private long busySince = OS.getProcessCpuTime();

        @Override
        public void phase(String next, long total) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s %6.2f s, processor %6.2f s%n",
                    name,
                    (System.nanoTime() - since) / 1e9,
                    (OS.getProcessCpuTime() - busySince) / 1e9);
            name = next;
            since = System.nanoTime();
            busySince = OS.getProcessCpuTime();
        }
    }
}
