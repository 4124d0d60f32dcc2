package app.earmark.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.embed.AudioEncoder;
import app.earmark.embed.ModelPack;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.PackFiles;
import app.earmark.embed.TextEncoder;
import app.earmark.library.Embedding;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled pack brings the vectors of exactly the prompts of prompts.tsv. */
class ShippedPromptsTest {

    private static final String REMEDY =
            "prompts.tsv or the starter pack changed; in onnx/starter run: python -m earmark_starter.prompts";
    private static final int ONE_IN = 20;

    private static OnnxModelPack pack;
    private static Vocabulary vocabulary;

    @BeforeAll
    static void open() throws Exception {
        pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
        vocabulary = Vocabulary.ofUcs(UcsTable.load());
    }

    @AfterAll
    static void close() {
        pack.close();
    }

    @Test
    void coverThePromptsThereAreForThePackThereIs() {
        Set<String> prompts = vocabulary.labels().stream()
                .flatMap(label -> label.prompts().stream())
                .collect(Collectors.toSet());
        assertThat(pack.promptVectors().keySet()).as(REMEDY).isEqualTo(prompts);
    }

    /** Where the processor multiplies 8-bit numbers in another way, an encoding now and then comes out a step aside. */
    @Test
    void equalWhatTheTextModelSays() throws Exception {
        Map<String, float[]> shipped = pack.promptVectors();
        List<String> sample = shipped.keySet().stream()
                .sorted()
                .filter(prompt -> Math.floorMod(prompt.hashCode(), ONE_IN) == 0)
                .toList();
        assertThat(sample).as(REMEDY).hasSizeGreaterThan(20);
        int equal = 0;
        for (String prompt : sample) {
            double cosine = cosine(shipped.get(prompt), pack.text().encode(prompt));
            assertThat(cosine).as(prompt).isGreaterThan(0.998);
            equal += cosine >= 0.9999 ? 1 : 0;
        }
        assertThat(equal).as("of %d prompts", sample.size()).isGreaterThanOrEqualTo(sample.size() * 9 / 10);
    }

    @Test
    void makeTheFirstUseOfThePackFreeOfTheTextModel(@TempDir Path empty) throws Exception {
        Tagger tagger = Tagger.of(new Silent(), vocabulary, LearnedScores.NONE, empty);
        float[] dog = pack.promptVectors().get("a dog barking");
        assertThat(tagger.claims(new Embedding(pack.id(), dog, dog))).isNotEmpty();
        assertThat(empty).isEmptyDirectory();
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** The bundled pack without its models. */
    private static final class Silent implements ModelPack {

        @Override
        public PackDescription description() {
            return pack.description();
        }

        @Override
        public Map<String, float[]> promptVectors() {
            return pack.promptVectors();
        }

        @Override
        public AudioEncoder audio() {
            throw new AssertionError("nothing is to be heard");
        }

        @Override
        public TextEncoder text() {
            throw new AssertionError("nothing is to be encoded");
        }

        @Override
        public void close() {}
    }
}
