package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CLAP pack whose parts do not fit: one sentence each, and nothing is run. */
class BadClapPackTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "\"melScale\": \"htk\"; \"melScale\": \"bark\"; mel scale \"bark\"",
                "\"melNorm\": \"none\"; \"melNorm\": \"sum\"; mel normalisation \"sum\"",
                "hann-periodic; hann-symmetric; window \"hann-symmetric\"",
                "repeatpad; mirror; way with short clips \"mirror\"",
                "\"longClips\": \"fusion\"; \"longClips\": \"loudest\"; way with long clips \"loudest\"",
                "\"longClips\": \"fusion\"; \"longClips\": \"windows\"; \"audio.isLonger\" in pack.json should be there for",
                "\"isLonger\": \"is_longer\", ; ||; \"audio.isLonger\" in pack.json should be there for",
                "\"isLonger\": \"by-length\"; \"isLonger\": \"sometimes\"; rule for \"is longer\" \"sometimes\"",
                "\"longestSeconds\": 10; \"longestSeconds\": 5; as long as \"frontEnd.clipSamples\"",
                "\"levelPeak\": 0; \"levelPeak\": 0.9; should be 0 where long clips are fused",
                "\"dimensions\": {\"joint\": 64}, ; ||; \"dimensions\" in pack.json should be an object",
                "\"clipSamples\": 480000,; ||; \"frontEnd.clipSamples\" in pack.json should be a number",
                "\"onnx/audio_model.onnx\": \"; \"../audio_model.onnx\": \"; the name of a file inside the pack",
                "\"onnx/audio_model.onnx\": \"; \"/onnx/audio_model.onnx\": \"; the name of a file inside the pack",
                "\"onnx/audio_model.onnx\": \"; \"onnx/../../audio_model.onnx\": \"; the name of a file inside the pack",
                "\"model\": \"onnx/audio_model.onnx\"; \"model\": \"../audio.onnx\"; is not among the files",
                "\"model\": \"onnx/audio_model.onnx\"; \"model\": \"/etc/passwd\"; is not among the files",
            })
    void aDescriptionThatContradictsItselfIsRefused(String from, String to, String sentence) {
        Path pack = ClapFixture.pack(folder, true, false);
        TinyPack.edit(pack, from, to == null ? "" : to);

        assertThatThrownBy(() -> OnnxModelPack.open(PackFiles.inFolder(pack)))
                .isInstanceOf(UnusablePack.class)
                .hasMessageContaining(sentence)
                .message()
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "\"input\": \"input_features\"; \"input\": \"mel\"; has no input \"mel\"",
                "\"joint\": \"audio_embeds\"; \"joint\": \"vector\"; has no output \"vector\"",
                "\"joint\": 64; \"joint\": 512; vectors of 64 values as \"audio_embeds\" where its pack.json promises 512",
                "\"isLonger\": \"is_longer\"; \"isLonger\": \"longer\"; has no input \"longer\"",
            })
    void anAudioModelWithOtherTensorsIsNotLoaded(String from, String to, String sentence) throws Exception {
        Path folderOfPack = ClapFixture.pack(folder, true, false);
        TinyPack.edit(folderOfPack, from, to);
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folderOfPack))) {
            assertThatThrownBy(pack::audio)
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessageContaining("Tiny CLAP")
                    .hasMessageContaining("audio_model.onnx")
                    .hasMessageContaining(sentence)
                    .message()
                    .endsWith(".");
        }
    }

    @Test
    void aModelThatAsksForMoreThanThePackKnowsIsNotLoaded() throws Exception {
        Path folderOfPack = ClapFixture.pack(folder, true, false);
        TinyPack.edit(folderOfPack, "\"isLonger\": \"is_longer\", ", "");
        TinyPack.edit(folderOfPack, "\"fusion\", \"isLonger\": \"by-length\"", "\"windows\"");
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folderOfPack))) {
            assertThatThrownBy(pack::audio).hasMessageContaining("asks for an input \"is_longer\"");
        }
    }

    @Test
    void aTextModelWithOtherTensorsIsNotLoaded() throws Exception {
        Path folderOfPack = ClapFixture.pack(folder, false, false);
        TinyPack.edit(folderOfPack, "[\"input_ids\"]", "[\"input_ids\", \"attention_mask\"]");
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folderOfPack))) {
            assertThatThrownBy(pack::text)
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessageContaining("text_model.onnx has no input \"attention_mask\"");
        }
    }

    @Test
    void aModelOfAnotherShapeIsNotLoaded() throws Exception {
        Path folderOfPack = ClapFixture.pack(folder, false, false);
        Files.write(
                folderOfPack.resolve("onnx/audio_model.onnx"),
                PackFiles.onClassPath("/app/earmark/embed/tiny")
                        .open("audio.onnx")
                        .readAllBytes());
        TinyPack.edit(folderOfPack, "input_features", "log_mel");
        ClapFixture.seal(folderOfPack, false, false);
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folderOfPack))) {
            assertThatThrownBy(pack::audio)
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessageContaining("not float [1 × 1 × 1001 × 64]");
        }
    }

    @ParameterizedTest
    @CsvSource({"'{\"version\": \"1.0\"'", "'not json'", "'{}'", "''"})
    void aCorruptTokenizerIsOneSentence(String json) throws Exception {
        Path folderOfPack = ClapFixture.pack(folder, false, false);
        Files.writeString(folderOfPack.resolve("tokenizer.json"), json);
        ClapFixture.seal(folderOfPack, false, false);
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folderOfPack))) {
            assertThatThrownBy(pack::text)
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessage("The tokenizer of the model pack Tiny CLAP can't be loaded; copy or download the pack"
                            + " again.");
        }
    }

    @ParameterizedTest
    @CsvSource({"../../secret.bin", "/etc/passwd", "weights.bin", "sub/weights.bin"})
    void dataKeptInFilesThatThePackDoesNotListIsNotRead(String location) throws Exception {
        Path folderOfPack = ClapFixture.pack(folder, false, false);
        Files.write(folderOfPack.resolve("onnx/weights.bin"), new byte[64]);
        Path model = folderOfPack.resolve("onnx/audio_model.onnx");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Files.readAllBytes(model));
        bytes.write(graphWithExternalTensor(location)); // a second graph field is merged with the first
        Files.write(model, bytes.toByteArray());
        ClapFixture.seal(folderOfPack, false, false);
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folderOfPack))) {
            assertThatThrownBy(pack::audio)
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessage("The model pack Tiny CLAP can't be used: its onnx/audio_model.onnx keeps data in \""
                            + location + "\", which is not among the files of its pack.json; copy or download the pack"
                            + " again.");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aModelWhoseDataCannotBeFollowedIsNotLoaded(boolean endless) throws Exception {
        Path folderOfPack = ClapFixture.pack(folder, false, false);
        Path model = folderOfPack.resolve("onnx/audio_model.onnx");
        byte[] group = {0x7b, 0x7c}; // an empty group, which ONNX Runtime passes over
        Files.write(
                model,
                endless
                        ? graphsInGraphs(20_000)
                        : join(join(group, Files.readAllBytes(model)), graphWithExternalTensor("weights.bin")));
        ClapFixture.seal(folderOfPack, false, false);
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(folderOfPack))) {
            assertThatThrownBy(pack::audio)
                    .isInstanceOf(EncoderFailure.class)
                    .hasMessage("A model of the pack Tiny CLAP can't be loaded; copy or download the pack again.")
                    .hasCauseInstanceOf(java.io.IOException.class);
        }
    }

    /** ModelProto.graph.node.attribute.g.node.attribute.g …, written from the innermost on. */
    private static byte[] graphsInGraphs(int depth) {
        byte[] bytes = new byte[depth * 15];
        int start = bytes.length;
        for (int i = 0; i < depth; i++) {
            for (int number : i == depth - 1 ? new int[] {6, 5, 1, 7} : new int[] {6, 5, 1}) {
                int length = bytes.length - start;
                start -= 4;
                bytes[start] = (byte) (number << 3 | 2);
                bytes[start + 1] = (byte) (length & 0x7f | 0x80);
                bytes[start + 2] = (byte) (length >> 7 & 0x7f | 0x80);
                bytes[start + 3] = (byte) (length >> 14 & 0x7f);
            }
        }
        return java.util.Arrays.copyOfRange(bytes, start, bytes.length);
    }

    @Test
    void modelsKeepNoDataElsewhereByThemselves() throws Exception {
        assertThat(ExternalData.locations(
                        new java.io.ByteArrayInputStream(ClapFixture.bytes("fused/onnx/audio_model.onnx"))))
                .isEmpty();
    }

    /** ModelProto.graph.initializer.external_data {"location": location}. */
    private static byte[] graphWithExternalTensor(String location) {
        byte[] entry = join(
                field(1, "location".getBytes(StandardCharsets.UTF_8)),
                field(2, location.getBytes(StandardCharsets.UTF_8)));
        return field(7, field(5, field(13, entry)));
    }

    private static byte[] field(int number, byte[] content) {
        return join(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] joined = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
