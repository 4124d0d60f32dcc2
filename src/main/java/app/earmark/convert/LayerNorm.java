package app.earmark.convert;

/** Normalisation over the last axis. */
record LayerNorm(float[] gain, float[] bias, float epsilon) {

    /** Where the configuration sets none. */
    static final float EPSILON = 1e-5f;

    static LayerNorm of(Weights weights, String name, int width, float epsilon) throws UnusableCheckpoint {
        return new LayerNorm(weights.values(name + ".weight", width), weights.values(name + ".bias", width), epsilon);
    }

    String append(GraphBuilder graph, String x) {
        return graph.layerNorm(x, gain, bias, epsilon);
    }
}
