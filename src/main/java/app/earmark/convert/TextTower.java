package app.earmark.convert;

import java.util.List;

/**
 * CLAP's text tower as a graph: {@code input_ids} [batch, tokens], never padded → {@code text_embeds} [batch, joint], not
 * of unit length. Reference: {@code transformers.ClapTextModelWithProjection} without an attention mask.
 */
final class TextTower {

    static final String IDS = "input_ids";
    static final String OUTPUT = "text_embeds";

    private final GraphBuilder graph;
    private final TextConfig text;

    private TextTower(GraphBuilder graph, TextConfig text) {
        this.graph = graph;
        this.text = text;
    }

    static OnnxGraph build(Weights weights, ClapConfig config, Precision precision) throws UnusableCheckpoint {
        GraphBuilder graph = new GraphBuilder("clap-text", precision);
        TextConfig text = config.text();
        TextTower tower = new TextTower(graph, text);
        Weights model = weights.part("text_model");
        String x = tower.embeddings(model.part("embeddings"));
        for (int layer = 0; layer < text.layers(); layer++) {
            x = tower.layer(model.part("encoder.layer." + layer), x);
        }
        String first = graph.gather(x, graph.whole(0), 1);
        Linear pooler = Linear.of(model, "pooler.dense", text.width(), text.width());
        String pooled = graph.op("Tanh", pooler.append(graph, first));
        Projection.append(graph, weights.part("text_projection"), text.width(), config.joint(), pooled, OUTPUT);
        return graph.build(
                List.of(GraphValue.of(IDS, OnnxFields.INT64, "batch", "tokens")),
                List.of(GraphValue.of(OUTPUT, OnnxFields.FLOAT, "batch", config.joint())));
    }

    private String embeddings(Weights weights) throws UnusableCheckpoint {
        int width = text.width();
        String pad = graph.whole(text.padToken());
        // A padding token, which a person can type, has the padding position and isn't counted.
        String real = graph.cast(graph.op("Not", graph.op("Equal", IDS, pad)), OnnxFields.INT64);
        String counted = graph.op("Mul", graph.op("CumSum", real, graph.whole(1)), real);
        String positions = graph.op("Add", counted, pad);
        String places = graph.gather(graph.constant(positionTable(weights)), positions, 0);
        String words = graph.rows(weights.stored("word_embeddings.weight", text.vocabulary(), width), IDS);
        return LayerNorm.of(weights, "LayerNorm", width, text.epsilon()).append(graph, graph.op("Add", words, places));
    }

    /** The positions' vectors, and that of the only token type used added to each. */
    private FloatTensor positionTable(Weights weights) throws UnusableCheckpoint {
        int width = text.width();
        float[] table = weights.values("position_embeddings.weight", text.positions(), width);
        float[] type = weights.values("token_type_embeddings.weight", text.tokenTypes(), width);
        for (int i = 0; i < table.length; i++) {
            table[i] += type[i % width];
        }
        return FloatTensor.of(table, text.positions(), width);
    }

    private String layer(Weights weights, String x) throws UnusableCheckpoint {
        int width = text.width();
        Weights attention = weights.part("attention");
        String attended = attention(Attention.of(attention, width, text.heads()), x);
        String middle = LayerNorm.of(attention, "output.LayerNorm", width, text.epsilon())
                .append(graph, graph.op("Add", x, attended));
        String changed = FeedForward.of(weights, width, text.intermediate()).append(graph, middle);
        return LayerNorm.of(weights, "output.LayerNorm", width, text.epsilon())
                .append(graph, graph.op("Add", middle, changed));
    }

    private String attention(Attention layers, String x) {
        String query = split(layers.query().append(graph, x));
        String key = split(graph.product(x, layers.key().toTensor()));
        String value = split(graph.product(x, layers.value().toTensor()));
        String scores = graph.op("MatMul", graph.transpose(query, 0, 2, 1, 3), graph.transpose(key, 0, 2, 3, 1));
        String mixed = graph.op("MatMul", graph.softmax(scores), graph.transpose(value, 0, 2, 1, 3));
        String joined = graph.reshape(graph.transpose(mixed, 0, 2, 1, 3), 0, 0, text.width());
        return layers.output().append(graph, joined);
    }

    /** [batch, tokens, heads, values]; a 0 keeps what is there. */
    private String split(String x) {
        return graph.reshape(x, 0, 0, text.heads(), text.width() / text.heads());
    }
}
