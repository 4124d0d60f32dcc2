package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.TrialRun;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On tiny models in the form that published files have: exported by tracing, quantised with ONNX Runtime's own tool. */
class SpeedUpTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/app/earmark/embed/clap/unfused/onnx");
    /** Attentions over a rolled picture, in a model of the depths 2, 2, 1, 1. */
    private static final int MASKS = 2;

    @TempDir
    Path temp;

    private Path model;
    private Path copy;

    @BeforeEach
    void copyThePublishedModel() throws IOException {
        model = Files.copy(PUBLISHED.resolve("audio_model_quantized.onnx"), temp.resolve("audio_model_quantized.onnx"));
        copy = temp.resolve("faster.onnx");
    }

    @Test
    void aQuantisedModelGetsSignedWeightsAndALargeMaskAndKeepsEveryBit() throws Exception {
        byte[] published = Files.readAllBytes(model);
        SpeedUp.Outcome outcome = SpeedUp.rewrite(model, copy, SpeedUpTest::run, Progress.NONE);
        assertThat(outcome).isInstanceOfSatisfying(SpeedUp.Applied.class, applied -> {
            assertThat(applied.masks()).isEqualTo(MASKS);
            assertThat(applied.weights()).isEqualTo(unsigned(model)).isGreaterThan(30);
        });
        assertThat(unsigned(copy)).isZero();
        assertThat(model).hasBinaryContent(published);
        List<float[]> others = List.of(TinyClap.UNFUSED.features(7, 1), TinyClap.UNFUSED.features(8, 1));
        List<float[]> before = run(model, others);
        List<float[]> after = run(copy, others);
        assertThat(after.get(0)).containsExactly(before.get(0));
        assertThat(after.get(1)).containsExactly(before.get(1));
        assertThat(after.get(0)).isNotEqualTo(after.get(1));
    }

    @Test
    void aModelOfFloatsGetsALargeMask() throws Exception {
        SpeedUp.Outcome outcome =
                SpeedUp.rewrite(PUBLISHED.resolve("audio_model.onnx"), copy, SpeedUpTest::run, Progress.NONE);
        assertThat(outcome).isEqualTo(new SpeedUp.Applied(copy, MASKS, 0));
        assertThat(Files.size(copy)).isEqualTo(Files.size(PUBLISHED.resolve("audio_model.onnx")));
    }

    @Test
    void weightsThatNeedEightBitsStayAsTheyAre() throws Exception {
        TensorPlace weight = firstUnsigned();
        overwrite(weight.dataAt(), (byte) 128);
        SpeedUp.Outcome outcome = SpeedUp.rewrite(model, copy, SpeedUpTest::run, Progress.NONE);
        assertThat(outcome).isEqualTo(new SpeedUp.Applied(copy, MASKS, 0));
    }

    @Test
    void aChangeThatMovesAnOutputIsDropped() throws Exception {
        SpeedUp.Outcome outcome = SpeedUp.rewrite(
                model,
                copy,
                (file, windows) -> {
                    List<float[]> outputs = run(file, windows);
                    if (file.equals(copy)) {
                        outputs.get(0)[3] = Math.nextUp(outputs.get(0)[3]);
                    }
                    return outputs;
                },
                Progress.NONE);
        assertThat(outcome).isInstanceOf(SpeedUp.AsItIs.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void onlyTheChangeThatKeepsTheOutputsIsMade() throws Exception {
        SpeedUp.Outcome outcome = SpeedUp.rewrite(
                model,
                copy,
                (file, windows) -> {
                    if (file.equals(copy) && unsigned(copy) == 0) {
                        throw new IOException("no kernel for signed weights");
                    }
                    return run(file, windows);
                },
                Progress.NONE);
        assertThat(outcome).isEqualTo(new SpeedUp.Applied(copy, MASKS, 0));
    }

    @Test
    void aModelBuiltHereNeedsNoChange() throws Exception {
        Path built = ClapGraphs.build(TinyClap.UNFUSED.folder(), Precision.FP32, temp.resolve("built"), Progress.NONE)
                .folder()
                .resolve("audio.onnx");
        assertThat(SpeedUp.rewrite(built, copy, SpeedUpTest::run, Progress.NONE))
                .isInstanceOf(SpeedUp.AsItIs.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void aFileThatIsNoModelIsLeftAsItIs() throws Exception {
        Files.writeString(model, "<html>404</html>");
        assertThat(SpeedUp.rewrite(model, copy, SpeedUpTest::run, Progress.NONE))
                .isInstanceOf(SpeedUp.AsItIs.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void aTruncatedModelIsLeftAsItIs() throws Exception {
        try (FileChannel channel = FileChannel.open(model, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertThat(SpeedUp.rewrite(model, copy, SpeedUpTest::run, Progress.NONE))
                .isInstanceOf(SpeedUp.AsItIs.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void aFileInTheCopysPlaceIsNotTouched() throws Exception {
        Files.writeString(copy, "mine");
        assertThatThrownBy(() -> SpeedUp.rewrite(model, copy, SpeedUpTest::run, Progress.NONE))
                .isInstanceOf(UnwritablePack.class)
                .hasMessageContaining(copy.toString());
        assertThat(copy).hasContent("mine");
    }

    @Test
    void aCancelledRewriteLeavesNoCopy() {
        Progress impatient = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> SpeedUp.rewrite(model, copy, SpeedUpTest::run, impatient))
                .isInstanceOf(CancelledWork.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void minusHundredThatIsAddedToSoundIsNoMask() throws Exception {
        GraphBuilder graph = new GraphBuilder("quieter", Precision.FP32);
        String quieter = graph.op("Add", "input_features", graph.constant(-100f));
        graph.softmax(graph.softmax(quieter));
        Path file = write(graph);
        assertThat(MaskConstants.edits(file, OnnxIndex.of(file))).isEmpty();
    }

    @Test
    void minusHundredThatFillsOneOfTwoAttentionsIsAMask() throws Exception {
        GraphBuilder graph = new GraphBuilder("masked", Precision.FP32);
        String masked = graph.op("Where", "mask", graph.constant(-100f), "input_features");
        graph.softmax(graph.softmax(masked));
        Path file = write(graph);
        assertThat(MaskConstants.edits(file, OnnxIndex.of(file))).hasSize(1);
    }

    private Path write(GraphBuilder graph) throws Exception {
        Path file = temp.resolve("graph.onnx");
        try (var out = Files.newOutputStream(file)) {
            graph.build(List.of(), List.of()).writeTo(out, new WriteProgress(Progress.NONE, "", 1));
        }
        return file;
    }

    private static List<float[]> run(Path model, List<float[]> windows) throws IOException {
        try {
            return TrialRun.outputs(model, "input_features", new long[] {1, 1, 1001, 64}, "audio_embeds", windows);
        } catch (EncoderFailure e) {
            throw new IOException(e);
        }
    }

    private static int unsigned(Path file) {
        try {
            OnnxIndex index = OnnxIndex.of(file);
            return (int) index.nodes().stream()
                    .filter(node -> node.type().equals("MatMulInteger"))
                    .map(node -> index.initializers().get(node.inputs().get(1)))
                    .filter(weight -> weight != null && weight.elementType() == OnnxFields.UINT8)
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TensorPlace firstUnsigned() throws IOException {
        OnnxIndex index = OnnxIndex.of(model);
        return index.nodes().stream()
                .filter(node -> node.type().equals("MatMulInteger"))
                .map(node -> index.initializers().get(node.inputs().get(1)))
                .findFirst()
                .orElseThrow();
    }

    private void overwrite(long at, byte value) throws IOException {
        try (FileChannel channel = FileChannel.open(model, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {value}), at);
        }
    }
}
