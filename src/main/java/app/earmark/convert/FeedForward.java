package app.earmark.convert;

/** The two layers with a GELU between them that follow the attention, in both towers. */
final class FeedForward {

    private FeedForward() {}

    static String append(GraphBuilder graph, Weights weights, int width, int hidden, String x)
            throws UnusableCheckpoint {
        String wide = Linear.of(weights, "intermediate.dense", width, hidden).append(graph, x);
        return Linear.of(weights, "output.dense", hidden, width).append(graph, graph.op("Gelu", wide));
    }
}
