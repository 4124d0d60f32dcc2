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
    private WindowOrder order = WindowOrder.of(GRID, WINDOW, 0);
    private int width;
    /** [batch · tokens, width]: two axes, as Gemm takes it. */
    private String rows;

    private AudioStages(GraphBuilder graph, Weights encoder, AudioConfig audio, String tokens) {
        this.graph = graph;
        this.encoder = encoder;
        this.audio = audio;
        this.width = audio.channels();
        this.rows = graph.reshape(tokens, -1, width);
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
        return stages.tokens();
    }

    /** [batch, tokens, width] */
    private String tokens() {
        return graph.reshape(rows, -1, order.tokens().length, width);
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
            rows = graph.reshape(graph.gather(tokens(), order.to(wanted), 1), -1, width);
        }
        order = wanted;
    }

    private void block(Weights weights, int heads, int shift) throws UnusableCheckpoint {
        int tokens = order.tokens().length;
        Weights attention = weights.part("attention");
        LayerNorm before = LayerNorm.of(weights, "layernorm_before", width, audio.epsilon());
        Attention layers = Attention.of(attention, width, heads).after(before).headLast();
        String bias = WindowAttention.bias(graph, attention, heads, order.side(), shift);
        String normal = before.appendBare(graph, rows, tokens);
        int windows = tokens / (WINDOW * WINDOW);
        rows = graph.op("Add", rows, WindowAttention.append(graph, layers, bias, normal, windows));

        LayerNorm after = LayerNorm.of(weights, "layernorm_after", width, audio.epsilon());
        int hidden = (int) (audio.mlpRatio() * width);
        FeedForward change = FeedForward.of(weights, width, hidden).after(after);
        rows = graph.op("Add", rows, change.appendToRows(graph, after.appendBare(graph, rows, tokens)));
    }

    private void merge(Weights weights) throws UnusableCheckpoint {
        String merged = graph.gather(tokens(), order.merged(), 1);
        LayerNorm norm = LayerNorm.of(weights, "norm", 4 * width, LayerNorm.EPSILON);
        Linear reduction = Linear.unbiased(weights, "reduction", 4 * width, 2 * width);
        order = WindowOrder.of(order.side() / 2, WINDOW, 0);
        String normal = norm.appendBare(graph, merged, order.tokens().length);
        rows = reduction.after(norm).appendToRows(graph, normal);
        width *= 2;
    }
}
