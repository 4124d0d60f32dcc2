package app.earmark.convert;

/** The two layers with a GELU between them that follow the attention, in both towers. */
record FeedForward(Linear widening, Linear narrowing) {

    static FeedForward of(Weights weights, int width, int hidden) throws UnusableCheckpoint {
        return new FeedForward(
                Linear.of(weights, "intermediate.dense", width, hidden),
                Linear.of(weights, "output.dense", hidden, width));
    }

    /** See {@link Linear#after}. */
    FeedForward after(LayerNorm norm) {
        return new FeedForward(widening.after(norm), narrowing);
    }

    String append(GraphBuilder graph, String x) {
        return narrowing.append(graph, graph.op("Gelu", widening.append(graph, x)));
    }

    /**
     * @param rows [rows, width]
     */
    String appendToRows(GraphBuilder graph, String rows) {
        return narrowing.appendToRows(graph, graph.op("Gelu", widening.appendToRows(graph, rows)));
    }
}
