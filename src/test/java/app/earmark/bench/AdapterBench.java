package app.earmark.bench;

import app.earmark.embed.ModelPack;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.learning.adapter.AdapterFit;
import app.earmark.learning.adapter.Caption;
import app.earmark.learning.adapter.CaptionedClips;
import app.earmark.learning.adapter.NameAdapter;
import app.earmark.learning.adapter.NameWords;
import app.earmark.library.ClipFilter;
import app.earmark.progress.Progress;
import app.earmark.search.HybridSearcher;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.store.Catalogue;
import app.earmark.teaching.adapter.NameLearning;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Time of learning from names in a catalogue of many clips, and of a search with and without what was learnt, in turn.
 * Arguments: catalogue file, as {@link HybridSearchBench} makes it (it is changed); then {@code wide} where it was made for
 * vectors as CLAP has them.
 */
public final class AdapterBench {

    private static final int CAPTIONS = 2_000;
    private static final int CLIPS = 20_000;

    private AdapterBench() {}

    public static void main(String[] args) throws Exception {
        SyntheticLibrary library = new SyntheticLibrary();
        ExecutorService background = Executors.newCachedThreadPool();
        try (ModelPack starter = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
                ModelPack pack = args.length > 1 ? new WidePack(starter, 512) : starter;
                HeldAdapter held = new HeldAdapter(fit(library, pack));
                Catalogue catalogue = Catalogue.open(Path.of(args[0]), SyntheticLibrary.names());
                HybridSearcher plain = searcher(catalogue, pack, Optional.empty(), background);
                HybridSearcher adapted = searcher(catalogue, pack, Optional.of(held.adapter()), background)) {
            search(plain, "first");
            search(adapted, "first");
            long start = System.nanoTime();
            search(adapted, "wood metal");
            System.out.printf("first search that adapts all clips: %.2f s%n", (System.nanoTime() - start) / 1e9);
            System.out.println(
                    "with what was learnt: " + Timing.of(20, 100, i -> search(adapted, library.text(2) + " " + i)));
            System.out.println(
                    "without:              " + Timing.of(20, 100, i -> search(plain, library.text(2) + " " + i)));
            System.out.println(
                    "with what was learnt: " + Timing.of(20, 100, i -> search(adapted, library.text(2) + " " + i)));
            System.out.println(
                    "without:              " + Timing.of(20, 100, i -> search(plain, library.text(2) + " " + i)));
            start = System.nanoTime();
            var status = new NameLearning(
                            catalogue.clips(), catalogue.embeddings(), catalogue.tags(), catalogue.learned())
                    .fit(pack, Progress.NONE);
            System.out.printf(
                    "learning from the catalogue, reading, encoding and trying included: %.1f s; %s%n",
                    (System.nanoTime() - start) / 1e9,
                    status.fitted().orElseThrow().report());
        } finally {
            background.shutdown();
        }
    }

    private static NameAdapter fit(SyntheticLibrary library, ModelPack pack) throws Exception {
        Random random = new Random(1);
        List<Caption> captions = new ArrayList<>();
        for (int i = 0; i < CAPTIONS; i++) {
            String text = library.text(2); // near what is asked, so that the adapter takes part
            captions.add(new Caption(NameWords.of("name " + text), pack.text().meaning(text)));
        }
        int[] captionOf = new int[CLIPS];
        float[][] acoustic = new float[CLIPS][];
        for (int i = 0; i < CLIPS; i++) {
            captionOf[i] = i % CAPTIONS;
            acoustic[i] = vector(random, 512);
        }
        CaptionedClips clips = new CaptionedClips(captions, captionOf, acoustic);
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        NameAdapter adapter = AdapterFit.fit(clips, Progress.NONE);
        System.out.printf(
                "one fit, %d captions, %d clips: %.1f s, processor %.1f s%n",
                CAPTIONS,
                CLIPS,
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - processor) / 1e9);
        return adapter;
    }

    private record HeldAdapter(NameAdapter adapter) implements AutoCloseable {

        @Override
        public void close() {}
    }

    private static HybridSearcher searcher(
            Catalogue catalogue, ModelPack pack, Optional<NameAdapter> adapter, ExecutorService background) {
        return new HybridSearcher(
                catalogue.clips(), catalogue.keywords(), catalogue.embeddings(), () -> pack, id -> adapter, background);
    }

    private static int search(HybridSearcher searcher, String text) throws Exception {
        return searcher.search(new SearchRequest(text, SearchMode.SEMANTIC, ClipFilter.ALL, 100), Progress.NONE)
                .hits()
                .size();
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
}
