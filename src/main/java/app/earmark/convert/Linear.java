package app.earmark.convert;

/**
 * A layer x · matrix + bias.
 *
 * @param matrix [inputs, outputs]
 */
record Linear(FloatTensor matrix, float[] bias) {

    static Linear of(Weights weights, String name, int inputs, int outputs) throws UnusableCheckpoint {
        return of(weights, name, inputs, outputs, 1);
    }

    /** With matrix and bias multiplied by a factor. */
    static Linear of(Weights weights, String name, int inputs, int outputs, double factor) throws UnusableCheckpoint {
        float[] bias = weights.values(name + ".bias", outputs);
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (float) (bias[i] * factor);
        }
        return new Linear(weights.matrix(name + ".weight", factor, outputs, inputs), bias);
    }

    /** A convolution whose patches don't overlap, on patches laid out as rows. */
    static Linear patches(Weights weights, String name, int outputs, int height, int width) throws UnusableCheckpoint {
        return new Linear(
                weights.matrix(name + ".weight", 1, outputs, 1, height, width),
                weights.values(name + ".bias", outputs));
    }

    /** A 1 × 1 convolution and the batch normalisation after it. */
    static Linear pointwise(Weights weights, String convolution, String norm, int inputs, int outputs)
            throws UnusableCheckpoint {
        BatchNorm batchNorm = BatchNorm.of(weights, norm, outputs);
        float[] stored = weights.values(convolution + ".weight", outputs, inputs, 1, 1);
        float[] bias = weights.values(convolution + ".bias", outputs);
        float[] matrix = new float[stored.length];
        for (int out = 0; out < outputs; out++) {
            for (int in = 0; in < inputs; in++) {
                matrix[in * outputs + out] =
                        (float) (stored[out * inputs + in] * batchNorm.gain()[out]);
            }
            bias[out] = (float) (bias[out] * batchNorm.gain()[out] + batchNorm.offset()[out]);
        }
        return new Linear(FloatTensor.of(matrix, inputs, outputs), bias);
    }

    /** Appended with the matrix in the precision of the graph. */
    String append(GraphBuilder graph, String x) {
        return graph.op("Add", graph.product(x, matrix), bias(graph));
    }

    /** Appended with a matrix of 32-bit floats, for one that is small and matters. */
    String appendExact(GraphBuilder graph, String x) {
        return graph.op("Add", graph.op("MatMul", x, graph.constant(matrix)), bias(graph));
    }

    /** Appended as the graph's output. */
    void appendAs(GraphBuilder graph, String output, String x) {
        graph.addAs(output, graph.product(x, matrix), bias(graph));
    }

    private String bias(GraphBuilder graph) {
        return graph.constant(FloatTensor.of(bias, bias.length));
    }
}
