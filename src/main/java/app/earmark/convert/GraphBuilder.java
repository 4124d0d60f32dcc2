package app.earmark.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a graph together, node by node; a value is known by its name. Only plain ONNX operators are used, since every
 * build of ONNX Runtime has them.
 */
final class GraphBuilder {

    /** A matrix with fewer values is never shortened to 16 bits. */
    private static final int SMALL = 4096;

    private final String name;
    private final Precision precision;
    private final List<byte[]> nodes = new ArrayList<>();
    private final List<Initializer> constants = new ArrayList<>();
    private final Map<Object, String> shared = new HashMap<>();

    GraphBuilder(String name, Precision precision) {
        this.name = name;
        this.precision = precision;
    }

    OnnxGraph build(List<GraphValue> inputs, List<GraphValue> outputs) {
        return new OnnxGraph(name, List.copyOf(nodes), List.copyOf(constants), inputs, outputs);
    }

    /** A node with one output; gives the output's name. */
    String op(String type, List<Attribute> attributes, String... inputs) {
        String output = type.toLowerCase(java.util.Locale.ROOT) + "_" + nodes.size();
        return op(type, output, attributes, inputs);
    }

    String op(String type, String... inputs) {
        return op(type, List.of(), inputs);
    }

    /** As {@code Add}, its output under a given name. */
    String addAs(String output, String x, String y) {
        return op("Add", output, List.of(), x, y);
    }

    private String op(String type, String output, List<Attribute> attributes, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(OnnxFields.NODE_INPUT, input);
        }
        node.text(OnnxFields.NODE_OUTPUT, output)
                .text(OnnxFields.NODE_NAME, output)
                .text(OnnxFields.NODE_OP_TYPE, type);
        attributes.forEach(each -> node.message(OnnxFields.NODE_ATTRIBUTE, each.toMessage()));
        nodes.add(node.toBytes());
        return output;
    }

    /** A constant of 32-bit floats. */
    String constant(FloatTensor values) {
        return add(Initializer.of(nextConstant(), values, false));
    }

    /** One number. */
    String constant(float value) {
        return shared.computeIfAbsent(value, key -> constant(FloatTensor.of(new float[] {value})));
    }

    /** A constant that several nodes may share, made once for each key. */
    String constant(Object key, FloatTensor values) {
        return shared.computeIfAbsent(key, unused -> constant(values));
    }

    /** A list of whole numbers; equal lists are kept once. */
    String wholes(long... values) {
        return shared.computeIfAbsent(
                Arrays.stream(values).boxed().toList(),
                key -> add(Initializer.of(nextConstant(), values, values.length)));
    }

    /** A single whole number, without dimensions. */
    String whole(long value) {
        return shared.computeIfAbsent(value, key -> add(Initializer.of(nextConstant(), new long[] {value})));
    }

    String reshape(String x, long... shape) {
        return op("Reshape", x, wholes(shape));
    }

    String transpose(String x, long... axes) {
        return op("Transpose", List.of(new Attribute.Wholes("perm", axes)), x);
    }

    String slice(String x, long start, long end, long axis) {
        return op("Slice", x, wholes(start), wholes(end), wholes(axis));
    }

    String gather(String x, String places, long axis) {
        return op("Gather", List.of(new Attribute.Whole("axis", axis)), x, places);
    }

    String gather(String x, int[] places, long axis) {
        return gather(x, wholes(Arrays.stream(places).asLongStream().toArray()), axis);
    }

    String softmax(String x) {
        return op("Softmax", List.of(new Attribute.Whole("axis", -1)), x);
    }

    /** The mean over one axis. */
    String mean(String x, long axis, boolean keepAxis) {
        return op("ReduceMean", List.of(new Attribute.Whole("keepdims", keepAxis ? 1 : 0)), x, wholes(axis));
    }

    String layerNorm(String x, float[] gain, float[] bias, float epsilon) {
        return op(
                "LayerNormalization",
                List.of(new Attribute.Whole("axis", -1), new Attribute.Real("epsilon", epsilon)),
                x,
                constant(FloatTensor.of(gain, gain.length)),
                constant(FloatTensor.of(bias, bias.length)));
    }

    /**
     * Each token to mean 0 and variance 1, without gain and offset. It is InstanceNormalization with tokens as channels,
     * which ONNX Runtime computes two to three times as fast as LayerNormalization.
     *
     * @param x [batch, count, channels]
     */
    String normalise(String x, int count, float epsilon) {
        return op(
                "InstanceNormalization",
                List.of(new Attribute.Real("epsilon", epsilon)),
                x,
                filled(count, 1),
                filled(count, 0));
    }

    private String filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return constant(count + " times " + value, FloatTensor.of(values, count));
    }

    /** x · matrix, the matrix in the precision of the graph. */
    String product(String x, FloatTensor matrix) {
        return op("MatMul", x, weights(matrix));
    }

    /**
     * x · matrix + bias in one node, the matrix in the precision of the graph.
     *
     * @param x [rows, inputs]
     */
    String gemm(String x, FloatTensor matrix, FloatTensor bias) {
        return op("Gemm", x, weights(matrix), constant(bias));
    }

    private String weights(FloatTensor matrix) {
        return precision == Precision.FP32 || matrix.count() < SMALL ? constant(matrix) : widened(half(matrix));
    }

    /** Rows of a table in the precision of the graph. */
    String rows(FloatTensor table, String numbers) {
        if (precision == Precision.FP32) {
            return gather(constant(table), numbers, 0);
        }
        // Widened after the Gather, so that the table stays short in memory too.
        return widened(gather(half(table), numbers, 0));
    }

    private String half(FloatTensor values) {
        return add(Initializer.of(nextConstant(), values, true));
    }

    private String widened(String x) {
        return cast(x, OnnxFields.FLOAT);
    }

    String cast(String x, int elementType) {
        return op("Cast", List.of(new Attribute.Whole("to", elementType)), x);
    }

    private String nextConstant() {
        return "c" + constants.size();
    }

    private String add(Initializer constant) {
        constants.add(constant);
        return constant.name();
    }
}
