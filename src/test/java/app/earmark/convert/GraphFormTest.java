package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes the graphs fast and can't be seen in their vectors. */
class GraphFormTest {

    /** Of the tiny audio towers. */
    private static final int STAGES = 4;

    private static final int BLOCKS = 2 + 2 + 3 + 1;
    private static final int MERGES = STAGES - 1;
    /** Of the tiny text towers. */
    private static final int LAYERS = 2;

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void theAudioTowerAddsBiasesWithinItsProducts(Precision precision) throws Exception {
        List<NodePlace> nodes = graph(precision, "audio.onnx").nodes();
        assertThat(nodes(nodes, "Gemm")).as("query, output, two more").hasSize(4 * BLOCKS + MERGES);
        assertThat(nodes(nodes, "Gemm")).allMatch(node -> node.inputs().size() == 3);
    }

    @ParameterizedTest
    @EnumSource
    void theAudioTowerNormalisesAsInstancesWithConstantsSharedByAStage(Precision precision) throws Exception {
        List<NodePlace> nodes = graph(precision, "audio.onnx").nodes();
        assertThat(nodes(nodes, "LayerNormalization"))
                .as("of patches and the last")
                .hasSize(2);
        assertThat(nodes(nodes, "InstanceNormalization")).hasSize(2 * BLOCKS + MERGES);
        Stream<List<String>> constants = nodes(nodes, "InstanceNormalization").stream()
                .map(node -> node.inputs().subList(1, 3));
        assertThat(constants.distinct()).hasSize(STAGES);
    }

    @ParameterizedTest
    @EnumSource
    void theTextTowerAddsNothingToKeysAndValues(Precision precision) throws Exception {
        List<NodePlace> nodes = graph(precision, "text.onnx").nodes();
        // query, output, two more and two sums; padding, embeddings, pooler and projection
        assertThat(nodes(nodes, "Add")).hasSize(6 * LAYERS + 5);
    }

    @Test
    void largeMatricesOf16BitsAreWidenedForTheProduct() throws Exception {
        OnnxIndex graph = graph(Precision.FP16, "audio.onnx");
        List<TensorPlace> matrices = Stream.of("Gemm", "MatMul")
                .flatMap(type -> nodes(graph.nodes(), type).stream())
                .flatMap(node ->
                        Stream.ofNullable(graph.initializers().get(node.inputs().get(1))))
                .toList();
        assertThat(matrices).isNotEmpty().allMatch(matrix -> count(matrix) < 4096);
        assertThat(graph.initializers().values())
                .anyMatch(each -> each.elementType() == OnnxFields.FLOAT16 && count(each) >= 4096);
    }

    private static long count(TensorPlace tensor) {
        return tensor.shape().stream().reduce(1L, Math::multiplyExact);
    }

    private OnnxIndex graph(Precision precision, String name) throws Exception {
        BuiltPack pack = ClapGraphs.build(TinyClap.FUSED.folder(), precision, temp.resolve("built"), Progress.NONE);
        return OnnxIndex.of(pack.folder().resolve(name));
    }

    private static List<NodePlace> nodes(List<NodePlace> nodes, String type) {
        return nodes.stream().filter(node -> node.type().equals(type)).toList();
    }
}
