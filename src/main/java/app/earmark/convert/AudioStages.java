package app.earmark.convert;

import static app.earmark.convert.AudioConfig.GRID;
import static app.earmark.convert.AudioConfig.WINDOW;

/**
 * The stages of the Swin transformer: blocks that attend within windows, every second one over the picture rolled by half
 * a window, and between stages a merging of each four tokens.
 */
final class AudioStages {

    private final GraphBuilder graph;
    private final Weights encoder;
    private final AudioConfig audio;
    private String tokens;
    private WindowOrder order = WindowOrder.of(GRID, WINDOW, 0);
    private int width;

    private AudioStages(GraphBuilder graph, Weights encoder, AudioConfig audio, String tokens) {
        this.graph = graph;
        this.encoder = encoder;
        this.audio = audio;
        this.tokens = tokens;
        this.width = audio.channels();
    }

    /**
     * @param tokens [batch, 64², channels], in window order
     * @return [batch, tokens, width] of the last stage
     */
    static String append(GraphBuilder graph, Weights encoder, AudioConfig audio, String tokens)
            throws UnusableCheckpoint {
        AudioStages stages = new AudioStages(graph, encoder, audio, tokens);
        for (int stage = 0; stage < audio.stages(); stage++) {
            stages.append(stage);
        }
        return stages.tokens;
    }

    private void append(int stage) throws UnusableCheckpoint {
        Weights weights = encoder.part("layers." + stage);
        for (int index = 0; index < audio.depths()[stage]; index++) {
            int shift = index % 2 == 1 && order.side() > WINDOW ? WINDOW / 2 : 0;
            reorder(WindowOrder.of(order.side(), WINDOW, shift));
            block(weights.part("blocks." + index), audio.heads()[stage], shift);
        }
        if (stage < audio.stages() - 1) {
            merge(weights.part("downsample"));
        }
    }

    private void reorder(WindowOrder wanted) {
        if (!order.sameAs(wanted)) {
            tokens = graph.gather(tokens, order.to(wanted), 1);
        }
        order = wanted;
    }

    private void block(Weights weights, int heads, int shift) throws UnusableCheckpoint {
        String before = LayerNorm.of(weights, "layernorm_before", width, audio.epsilon())
                .append(graph, tokens);
        tokens = graph.op("Add", tokens, attention(weights.part("attention"), heads, shift, before));
        String after =
                LayerNorm.of(weights, "layernorm_after", width, audio.epsilon()).append(graph, tokens);
        int hidden = (int) (audio.mlpRatio() * width);
        tokens = graph.op("Add", tokens, FeedForward.append(graph, weights, width, hidden, after));
    }

    private String attention(Weights weights, int heads, int shift, String x) throws UnusableCheckpoint {
        Weights self = weights.part("self");
        int inside = WINDOW * WINDOW;
        int windows = order.side() * order.side() / inside;
        int size = width / heads;
        String[] parts = new String[3];
        String[] names = {"query", "key", "value"};
        for (int i = 0; i < names.length; i++) {
            Linear linear = Linear.of(self, names[i], width, width, i == 0 ? 1 / Math.sqrt(size) : 1);
            parts[i] = graph.reshape(linear.append(graph, x), -1, windows, inside, heads, size);
        }
        String scores =
                graph.op("MatMul", graph.transpose(parts[0], 0, 1, 3, 2, 4), graph.transpose(parts[1], 0, 1, 3, 4, 2));
        String shares = graph.softmax(graph.op("Add", scores, bias(self, heads, shift)));
        String mixed = graph.op("MatMul", shares, graph.transpose(parts[2], 0, 1, 3, 2, 4));
        String joined = graph.reshape(graph.transpose(mixed, 0, 1, 3, 2, 4), -1, windows * inside, width);
        return Linear.of(weights, "output.dense", width, width).append(graph, joined);
    }

    /** Two constants where the picture is rolled; ONNX Runtime adds them once, when the model loads. */
    private String bias(Weights self, int heads, int shift) throws UnusableCheckpoint {
        int positions = (2 * WINDOW - 1) * (2 * WINDOW - 1);
        float[] table = self.values("relative_position_bias_table", positions, heads);
        String relative = graph.constant(AttentionBias.relative(table, heads, WINDOW));
        if (shift == 0) {
            return relative;
        }
        String mask = graph.constant("mask " + order.side(), AttentionBias.mask(order.side(), WINDOW, shift));
        return graph.op("Add", relative, mask);
    }

    private void merge(Weights weights) throws UnusableCheckpoint {
        int half = order.side() / 2;
        String joined = graph.reshape(graph.gather(tokens, order.merged(), 1), -1, half * half, 4L * width);
        String normal =
                LayerNorm.of(weights, "norm", 4 * width, LayerNorm.EPSILON).append(graph, joined);
        tokens = graph.product(normal, weights.matrix("reduction.weight", 1, 2L * width, 4L * width));
        order = WindowOrder.of(half, WINDOW, 0);
        width *= 2;
    }
}
