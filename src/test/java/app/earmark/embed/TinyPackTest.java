package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.ReferenceArrays;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack other than the bundled one: what a pack.json says must hold, not what the starter happens to be. */
class TinyPackTest {

    @TempDir
    Path folder;

    @Test
    void runsFromAFolder() throws Exception {
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(TinyPack.copyTo(folder.resolve("tiny"))))) {
            RawEmbedding vectors = pack.audio().encode(ReferenceArrays.signal("chirp_3s"));

            assertThat(pack.id()).hasToString("tiny@0.1");
            assertThat(vectors.joint()).hasSize(384);
            assertThat(Vectors.length(vectors.joint())).isBetween(0.9999, 1.0001);
        }
    }

    @Test
    void aPackWithOneSpaceUsesItForSoundsToo() throws Exception {
        try (OnnxModelPack pack = OnnxModelPack.open(TinyPack.FILES)) {
            RawEmbedding vectors = pack.audio().encode(ReferenceArrays.signal("chirp_3s"));

            assertThat(vectors.acoustic()).isSameAs(vectors.joint());
            assertThat(pack.description().acousticDimension()).isEqualTo(384);
        }
    }

    @Test
    void aPackThatAsksForNoLevelHearsTheLevel() throws Exception {
        try (OnnxModelPack pack = OnnxModelPack.open(TinyPack.FILES)) {
            Waveform loud = ReferenceArrays.signal("noise_decay_2s");
            float[] quiet = loud.samples().clone();
            for (int i = 0; i < quiet.length; i++) {
                quiet[i] *= 0.001f;
            }

            float[] heard =
                    pack.audio().encode(new Waveform(quiet, loud.rate())).joint();

            assertThat(Vectors.cosine(heard, pack.audio().encode(loud).joint())).isLessThan(0.999);
        }
    }

    @Test
    void withoutAHeadTheSentenceIsTheVectorAndThePromptIsFilledIn() throws Exception {
        try (OnnxModelPack pack = OnnxModelPack.open(TinyPack.FILES)) {
            assertThat(pack.text().encode("rain")).isEqualTo(pack.onnxText().sentence("the sound of rain"));
        }
    }

    @Test
    void aVectorThatIsNoNumberIsAFailureAndNeverStored() throws Exception {
        try (OnnxModelPack pack = OnnxModelPack.open(TinyPack.FILES)) {
            Waveform silence = new Waveform(new float[1_000], new SampleRate(44_100));

            assertThatThrownBy(() -> pack.audio().encode(silence))
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessageContaining("Tiny")
                    .hasMessageContaining("no number");
        }
    }

    @Test
    void aModelChangedAfterwardsIsNotRun() throws Exception {
        Path pack = TinyPack.copyTo(folder.resolve("tiny"));
        OnnxModelPack opened = OnnxModelPack.open(PackFiles.inFolder(pack));
        byte[] model = Files.readAllBytes(pack.resolve("audio.onnx"));
        model[100] ^= 1;
        Files.write(pack.resolve("audio.onnx"), model);

        assertThatThrownBy(opened::audio)
                .isInstanceOf(EncoderFailure.class)
                .hasMessageContaining("audio.onnx")
                .hasMessageContaining("damaged");
        opened.close();
    }

    @Test
    void aModelWithOtherDimensionsThanPromisedIsAFailure() throws Exception {
        Path pack = TinyPack.copyTo(folder.resolve("tiny"));
        TinyPack.edit(pack, "\"joint\": 384", "\"joint\": 512");

        try (OnnxModelPack opened = OnnxModelPack.open(PackFiles.inFolder(pack))) {
            assertThatThrownBy(() -> opened.audio().encode(ReferenceArrays.signal("chirp_3s")))
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessageContaining("384")
                    .hasMessageContaining("512");
        }
    }
}
