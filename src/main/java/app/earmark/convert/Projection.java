package app.earmark.convert;

/** The two layers from a tower's width into the joint space. */
final class Projection {

    private Projection() {}

    static void append(GraphBuilder graph, Weights weights, int width, int joint, String x, String output)
            throws UnusableCheckpoint {
        String hidden =
                graph.op("Relu", Linear.of(weights, "linear1", width, joint).append(graph, x));
        Linear.of(weights, "linear2", joint, joint).appendAs(graph, output, hidden);
    }
}
