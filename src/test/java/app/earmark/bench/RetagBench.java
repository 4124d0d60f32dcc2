package app.earmark.bench;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.indexing.Retagger;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.Taxonomy;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.tagging.LabelVectors;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.UcsLabelNames;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a change of labels costs: tagging stored clips anew, and making the tagger of a pack used for the first time. */
final class RetagBench {

    private static final int CLIPS = Integer.getInteger("earmark.clips", 20_000);

    private RetagBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("retag");
        UcsTable ucs = UcsTable.load();
        Vocabulary vocabulary = Vocabulary.ofUcs(ucs);
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
                Catalogue catalogue =
                        Catalogue.open(folder.resolve("catalogue.db"), new UcsLabelNames(ucs, vocabulary))) {
            seconds(
                    "tagger of a pack used for the first time",
                    1,
                    () -> Tagger.of(pack, vocabulary, LearnedScores.NONE, folder));
            seconds(
                    "the same without vectors that came with it",
                    1,
                    () -> LabelVectors.of(vocabulary.labels(), pack.text()));
            new SyntheticLibrary().fill(catalogue, CLIPS, pack.id(), 339, 512, 0);
            Retagger retagger = new Retagger(catalogue.scans(), catalogue.embeddings(), () -> {
                try {
                    return Tagger.of(
                            pack,
                            vocabulary.with(
                                    List.of(Taxonomy.ofOwn(catalogue.tags().ownLabels()))),
                            LearnedScores.NONE,
                            folder);
                } catch (EncoderFailure e) {
                    throw new IllegalStateException(e);
                }
            });
            seconds("every clip's claims change", CLIPS, () -> retagger.retag(Progress.NONE));
            catalogue.tags().saveOwnLabel(new OwnLabel("sword clang", List.of("swords clash")));
            seconds("one label is added", CLIPS, () -> retagger.retag(Progress.NONE));
            seconds("nothing is due", CLIPS, () -> retagger.retag(Progress.NONE));
        }
    }

    @FunctionalInterface
    private interface Step {
        Object run() throws Exception;
    }

    private static void seconds(String what, int clips, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %.2f s, %.3f ms a clip%n", what, seconds, 1000 * seconds / clips);
    }
}
