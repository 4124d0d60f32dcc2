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

    /**
     * Without gain and offset, which the layers behind it take over ({@link Linear#after}).
     *
     * @param rows [batch · tokens, width]
     * @return of the same shape
     */
    String appendBare(GraphBuilder graph, String rows, int tokens) {
        int width = gain.length;
        String normal = graph.normalise(graph.reshape(rows, -1, tokens, width), tokens, epsilon);
        return graph.reshape(normal, -1, width);
    }

    /** A matrix behind it with the gain in its rows. */
    Matrix gainInto(Matrix matrix) {
        return matrix.rowsTimes(in -> gain[in]);
    }

    Bias offset() {
        return Bias.of(bias);
    }
}
