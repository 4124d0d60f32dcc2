package app.earmark.bench;

import app.earmark.embed.ModelPack;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.PackFiles;
import app.earmark.library.ClipFilter;
import app.earmark.progress.Progress;
import app.earmark.search.HybridSearcher;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.store.Catalogue;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Time of a search in a catalogue of many clips, text encoding included. Arguments: catalogue file (filled if it is not
 * there), number of clips; then, for vectors as CLAP has them (one space of 512 values, and windows), the share of clips
 * that have windows. See docs/benchmarks.md.
 */
public final class HybridSearchBench {

    private static final int QUERIES = 200;
    private static final int WARM_UP = 40;

    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private HybridSearchBench() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        int clips = Integer.parseInt(args[1]);
        SyntheticLibrary library = new SyntheticLibrary();
        ExecutorService background = Executors.newCachedThreadPool();
        boolean fresh = !Files.exists(file);
        boolean oneSpace = args.length > 2;
        try (ModelPack starter = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
                ModelPack pack = oneSpace ? new WidePack(starter, 512) : starter;
                Catalogue catalogue = Catalogue.open(file, SyntheticLibrary.names());
                HybridSearcher searcher = new HybridSearcher(
                        catalogue.clips(), catalogue.keywords(), catalogue.embeddings(), () -> pack, background)) {
            if (fresh) {
                PackDescription d = pack.description();
                library.fill(
                        catalogue,
                        clips,
                        d.packId(),
                        d.jointDimension(),
                        d.acousticDimension(),
                        oneSpace ? Double.parseDouble(args[2]) : 0);
                System.out.printf("catalogue: %,d MB%n", Files.size(file) / 1_000_000);
            }
            long start = System.nanoTime();
            searcher.search(new SearchRequest("first", SearchMode.HYBRID, ClipFilter.ALL, 20), Progress.NONE);
            System.out.printf("first search, loading model and vectors: %.2f s%n", (System.nanoTime() - start) / 1e9);
            measure("hybrid", searcher, library, List.of(ClipFilter.ALL), SearchMode.HYBRID);
            measure("hybrid, narrow filters", searcher, library, narrow(), SearchMode.HYBRID);
            measure("hybrid, wide filters", searcher, library, wide(), SearchMode.HYBRID);
            measure("semantic", searcher, library, List.of(ClipFilter.ALL), SearchMode.SEMANTIC);
            measure("keyword", searcher, library, List.of(ClipFilter.ALL), SearchMode.KEYWORD);
            similar(catalogue, searcher);
        } finally {
            background.shutdown();
        }
    }

    private static void measure(
            String what, HybridSearcher searcher, SyntheticLibrary library, List<ClipFilter> filters, SearchMode mode)
            throws Exception {
        Random random = new Random(1);
        List<Double> millis = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUERIES; i++) {
            SearchRequest request =
                    new SearchRequest(query(library, i), mode, filters.get(random.nextInt(filters.size())), 100);
            long cpuStart = OS.getProcessCpuTime();
            long start = System.nanoTime();
            searcher.search(request, Progress.NONE);
            if (i >= WARM_UP) {
                millis.add((System.nanoTime() - start) / 1e6);
                cpu.add((OS.getProcessCpuTime() - cpuStart) / 1e6);
            }
        }
        print(what, millis);
        print("  processor time of all threads", cpu);
    }

    /** Half are one to three words, a quarter sentences, the rest fragments as typed on the way. */
    private static String query(SyntheticLibrary library, int i) {
        switch (i % 8) {
            case 0:
            case 1:
                return library.text(1) + " " + library.text(1);
            case 2:
                return library.text(3);
            case 3:
                return library.text(1);
            case 4:
            case 5:
                return "the sound of a " + library.text(6) + " in the " + library.text(1);
            case 6:
                return library.text(2).substring(0, 4);
            default:
                String word = library.text(1);
                return word.substring(Math.min(1, word.length() - 3));
        }
    }

    private static void similar(Catalogue catalogue, HybridSearcher searcher) throws Exception {
        var ids = catalogue.clips().matching(ClipFilter.ALL);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long start = System.nanoTime();
            searcher.similarTo(ids.get(i * 37 % ids.size()), ClipFilter.ALL, 100, Progress.NONE);
            if (i >= 10) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        print("sounds like this", millis);
    }

    private static List<ClipFilter> narrow() {
        return List.of(
                filter(List.of(), Set.of("DOORS"), Set.of(), OptionalDouble.of(20)),
                filter(List.of("/synthetic/LIB3", "/synthetic/LIB7"), Set.of(), Set.of("WAV"), OptionalDouble.empty()));
    }

    private static List<ClipFilter> wide() {
        return List.of(
                filter(List.of(), Set.of(), Set.of("WAV"), OptionalDouble.empty()),
                filter(List.of(), Set.of(), Set.of(), OptionalDouble.of(45)));
    }

    private static ClipFilter filter(
            List<String> folders, Set<String> categories, Set<String> formats, OptionalDouble mostSeconds) {
        return ClipFilter.ALL
                .withFolders(folders)
                .withCategories(categories)
                .withFormats(formats)
                .withMaxSeconds(mostSeconds);
    }

    private static void print(String what, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
                what, sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
    }
}
