package app.earmark.convert;

import static app.earmark.convert.AudioConfig.WINDOW;

/** Attention among the tokens of each window of a picture. */
final class WindowAttention {

    private static final int INSIDE = WINDOW * WINDOW;

    private WindowAttention() {}

    /**
     * @param layers head last
     * @param bias as {@link #bias} gives it
     * @param rows [batch · tokens, width], in window order
     * @param windows of a picture
     * @return of the same shape
     */
    static String append(GraphBuilder graph, Attention layers, String bias, String rows, int windows) {
        int heads = layers.heads();
        int size = layers.size();
        String query = graph.reshape(layers.query().appendToRows(graph, rows), -1, windows, INSIDE, size, heads);
        String key = graph.reshape(graph.product(rows, layers.key().toTensor()), -1, windows, INSIDE, heads, size);
        String value = graph.reshape(graph.product(rows, layers.value().toTensor()), -1, windows, INSIDE, size, heads);
        String scores = graph.op("MatMul", graph.transpose(query, 0, 1, 4, 2, 3), graph.transpose(key, 0, 1, 3, 4, 2));
        String shares = graph.softmax(graph.op("Add", scores, bias));
        String mixed = graph.op("MatMul", shares, graph.transpose(value, 0, 1, 4, 2, 3));
        String joined = graph.reshape(graph.transpose(mixed, 0, 1, 3, 4, 2), -1, layers.width());
        return layers.output().appendToRows(graph, joined);
    }

    /**
     * What is added to the scores: two constants where the picture is rolled; ONNX Runtime adds them once, when the model
     * loads.
     *
     * @param weights of the part with {@code self}
     * @return [1 or windows, heads, window², window²]
     */
    static String bias(GraphBuilder graph, Weights weights, int heads, int side, int shift) throws UnusableCheckpoint {
        int positions = (2 * WINDOW - 1) * (2 * WINDOW - 1);
        float[] table = weights.part("self").values("relative_position_bias_table", positions, heads);
        String relative = graph.constant(AttentionBias.relative(table, heads, WINDOW));
        if (shift == 0) {
            return relative;
        }
        String mask = graph.constant("mask " + side, AttentionBias.mask(side, WINDOW, shift));
        return graph.op("Add", relative, mask);
    }
}
