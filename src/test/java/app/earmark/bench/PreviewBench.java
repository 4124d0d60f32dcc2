package app.earmark.bench;

import app.earmark.embed.ModelPack;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.library.AssertionRule;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.tagging.LabelVectors;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.RememberedPrompts;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.Vocabulary;
import app.earmark.taxonomies.TagPreviewer;
import app.earmark.ucs.UcsTable;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/**
 * What it costs to try a label's prompts out on many clips. Arguments: catalogue file, filled if it is not there; number of
 * clips. Joint vectors lie near those of the CatIDs, as real ones do: cosines with the right one are about 0.45.
 */
public final class PreviewBench {

    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Path ROOT = Path.of("/synthetic").toAbsolutePath();
    private static final FileStamp STAMP = new FileStamp(1, 1);
    private static final int BATCH = 1000;
    private static final String[] PROMPTS = {
        "swords clash",
        "a sword hits a shield",
        "metal blade impact",
        "ringing steel",
        "sword fight",
        "blade scrape",
        "rain on a roof",
        "heavy rain",
        "thunder and rain",
        "a crowd cheers"
    };

    private PreviewBench() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        boolean fresh = !Files.exists(file);
        Vocabulary vocabulary = Vocabulary.ofUcs(UcsTable.load());
        try (ModelPack pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
                Catalogue catalogue = Catalogue.open(file, SyntheticLibrary.names())) {
            RememberedPrompts prompts = RememberedPrompts.in(
                    file.resolveSibling("prompts"), pack.description(), pack.promptVectors(), prompt -> pack.text()
                            .encode(prompt));
            if (fresh) {
                fill(catalogue, Integer.parseInt(args[1]), pack, LabelVectors.of(vocabulary.labels(), prompts));
            }
            try (TagPreviewer previewer = new TagPreviewer(
                    catalogue.embeddings(),
                    catalogue.tags(),
                    taxonomies -> Tagger.draft(
                            pack.description(), vocabulary.with(taxonomies), LearnedScores.NONE, prompts))) {
                run(previewer, "first, reads the vectors", AssertionRule.OF_PACK, OptionalDouble.empty(), 1);
                run(previewer, "by the pack's rule", AssertionRule.OF_PACK, OptionalDouble.empty(), PROMPTS.length);
                run(previewer, "by a threshold", AssertionRule.OF_PACK, OptionalDouble.of(0.4), PROMPTS.length);
                AssertionRule rivals =
                        new AssertionRule(OptionalDouble.of(0.35), OptionalInt.of(1), OptionalDouble.of(0.05));
                run(previewer, "by threshold, top-K and margin", rivals, OptionalDouble.empty(), PROMPTS.length);
                cancel(previewer);
            }
        }
    }

    private static List<Taxonomy> taxonomy(AssertionRule rule, OptionalDouble threshold, String prompt) {
        List<TaxonomyLabel> labels = new ArrayList<>();
        for (String other : List.of("shield hit", "crowd roar", "lion growl", "chain drag")) {
            labels.add(new TaxonomyLabel(other, Optional.empty(), List.of(other), threshold, true));
        }
        labels.add(new TaxonomyLabel("sword clang", Optional.empty(), List.of(prompt), threshold, true));
        return List.of(new Taxonomy("Arena", true, rule, List.of(), labels));
    }

    private static void run(
            TagPreviewer previewer, String what, AssertionRule rule, OptionalDouble threshold, int rounds)
            throws Exception {
        double wall = 0;
        double longest = 0;
        double busy = 0;
        int tags = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            long processor = OS.getProcessCpuTime();
            var preview = previewer.preview(
                    taxonomy(rule, threshold, "sword clang"), taxonomy(rule, threshold, PROMPTS[i]), 12, Progress.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            wall += seconds;
            longest = Math.max(longest, seconds);
            busy += (OS.getProcessCpuTime() - processor) / 1e9;
            tags += preview.labels().stream().mapToInt(l -> l.after()).sum();
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s wall mean %.2f s, longest %.2f s; processor time of all threads %.2f s; %d tags a preview%n",
                what,
                wall / rounds,
                longest,
                busy / rounds,
                tags / rounds);
    }

    private static void cancel(TagPreviewer previewer) throws Exception {
        double longest = 0;
        for (int i = 0; i < 20; i++) {
            long stop = System.nanoTime() + 10_000_000L * i;
            try {
                previewer.preview(
                        taxonomy(AssertionRule.OF_PACK, OptionalDouble.empty(), "sword clang"),
                        taxonomy(AssertionRule.OF_PACK, OptionalDouble.empty(), PROMPTS[i % PROMPTS.length]),
                        12,
                        new Progress() {
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

    private static void fill(Catalogue catalogue, int clips, ModelPack pack, LabelVectors labels) {
        Random random = new Random(4);
        LibraryId library = catalogue.scans().openLibrary(ROOT).id();
        for (int from = 0; from < clips; from += BATCH) {
            List<FoundFile> files = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                files.add(new FoundFile(ROOT.resolve("part" + i / 2000 + "/" + i + ".wav"), STAMP));
            }
            catalogue.scans().apply(library, new ListingChanges(files, List.of(), List.of(), List.of(), List.of()));
        }
        List<ClipId> ids = catalogue.clips().matching(ClipFilter.ALL);
        for (int from = 0; from < clips; from += BATCH) {
            catalogue
                    .scans()
                    .saveListened(ids.subList(from, Math.min(clips, from + BATCH)).stream()
                            .map(id -> listened(id, pack, labels, random))
                            .toList());
        }
    }

    private static ListenedClip listened(ClipId id, ModelPack pack, LabelVectors labels, Random random) {
        float[] joint = labels.vector(random.nextInt(labels.labels().size()));
        float[] other = labels.vector(random.nextInt(labels.labels().size()));
        float[] noise = noise(random, joint.length);
        for (int i = 0; i < joint.length; i++) {
            joint[i] = 0.4f * joint[i] + 0.2f * other[i] + 0.8f * noise[i];
        }
        float[] acoustic = noise(random, pack.description().acousticDimension());
        return new ListenedClip(
                id,
                STAMP,
                ClipState.EMBEDDED,
                pack.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Embedding(pack.id(), unit(joint), acoustic)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "synthetic",
                Optional.empty());
    }

    private static float[] noise(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float factor = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
        return vector;
    }
}
