package app.earmark.bench;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.FieldChange;
import app.earmark.library.PackId;
import app.earmark.library.TagChange;
import app.earmark.library.TagVerdict;
import app.earmark.store.Catalogue;
import app.earmark.tagging.UcsLabelNames;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsTable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person's change of thousands of clips costs in a large catalogue, and the undoing of it. */
final class EditBench {

    private static final int CLIPS = Integer.getInteger("earmark.clips", 100_000);
    private static final int CHANGED = Integer.getInteger("earmark.changed", 10_000);

    private static final int ROUNDS = Integer.getInteger("earmark.rounds", 3);

    /** A catalogue to copy and to measure on; a synthetic one of short vectors where none is named. */
    private static final String CATALOGUE = System.getProperty("earmark.catalogue");

    private EditBench() {}

    public static void main(String[] args) throws Exception {
        UcsTable ucs = UcsTable.load();
        Path file = Files.createTempDirectory("edit").resolve("catalogue.db");
        if (CATALOGUE != null) {
            Files.copy(Path.of(CATALOGUE), file);
        }
        try (Catalogue catalogue = Catalogue.open(file, new UcsLabelNames(ucs, Vocabulary.ofUcs(ucs)))) {
            if (CATALOGUE == null) {
                new SyntheticLibrary().fill(catalogue, CLIPS, new PackId("starter", "bench"), 8, 8, 0);
            }
            List<ClipId> all = new ArrayList<>(catalogue.clips().matching(ClipFilter.ALL));
            List<ClipId> row = all.subList(0, CHANGED);
            List<ClipId> spread = new ArrayList<>();
            for (int i = 0; i < CHANGED; i++) {
                spread.add(all.get((int) ((long) i * all.size() / CHANGED)));
            }
            System.out.printf(Locale.ROOT, "%d clips, %d of them changed%n", all.size(), CHANGED);
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                steps(catalogue, "in a row", row);
                steps(catalogue, "all over the catalogue", spread);
            }
        }
    }

    private static void steps(Catalogue catalogue, String which, List<ClipId> clips) {
        step("one CatID said to hold, " + which, () -> catalogue.tags().hold(clips, "DOORCreak"));
        step("  undone", catalogue.journal()::undo);
        step("  redone", catalogue.journal()::redo);
        step("  rejected", () -> catalogue.tags().reject(clips, "DOORCreak"));
        List<TagChange> retagging = new ArrayList<>();
        for (ClipId clip : clips) {
            retagging.add(new TagChange(clip, "DOORCreak", Optional.empty()));
            retagging.add(new TagChange(clip, "RAINWood", Optional.of(TagVerdict.HOLDS)));
            retagging.add(new TagChange(clip, "sword clang", Optional.of(TagVerdict.HOLDS)));
        }
        step("three labels changed, " + which, () -> catalogue.journal().apply("Retag", retagging, List.of()));
        step("  undone", catalogue.journal()::undo);
        List<FieldChange> texts = clips.stream()
                .map(clip -> new FieldChange(clip, "Notes", Optional.of("used in " + clip.value() % 7)))
                .toList();
        step("one text written, " + which, () -> catalogue.journal().apply("Notes", List.of(), texts));
        step("  undone", catalogue.journal()::undo);
    }

    /** Prints wall and processor time: other work on the machine spoils the latter less. */
    private static void step(String what, Runnable step) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        step.run();
        System.out.printf(
                Locale.ROOT,
                "%-50s %6.2f s, processor %5.2f s%n",
                what,
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - processor) / 1e9);
    }
}
