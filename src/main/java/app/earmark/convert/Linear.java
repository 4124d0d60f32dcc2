package app.earmark.convert;

/** A layer x · matrix + bias. */
record Linear(Matrix matrix, Bias bias) {

    static Linear of(Weights weights, String name, int inputs, int outputs) throws UnusableCheckpoint {
        return new Linear(
                weights.matrix(name + ".weight", outputs, inputs), Bias.of(weights.values(name + ".bias", outputs)));
    }

    /** A layer that adds nothing. */
    static Linear unbiased(Weights weights, String name, int inputs, int outputs) throws UnusableCheckpoint {
        return new Linear(weights.matrix(name + ".weight", outputs, inputs), Bias.of(new float[outputs]));
    }

    /** A convolution whose patches don't overlap, on patches laid out as rows. */
    static Linear patches(Weights weights, String name, int outputs, int height, int width) throws UnusableCheckpoint {
        return new Linear(
                weights.matrix(name + ".weight", outputs, 1, height, width),
                Bias.of(weights.values(name + ".bias", outputs)));
    }

    /** A 1 × 1 convolution and the batch normalisation after it. */
    static Linear pointwise(Weights weights, String convolution, String norm, int inputs, int outputs)
            throws UnusableCheckpoint {
        BatchNorm batchNorm = BatchNorm.of(weights, norm, outputs);
        Matrix matrix = weights.matrix(convolution + ".weight", outputs, inputs, 1, 1);
        Bias bias = Bias.of(weights.values(convolution + ".bias", outputs));
        return new Linear(
                matrix.columnsTimes(out -> batchNorm.gain()[out]),
                bias.times(out -> batchNorm.gain()[out])
                        .plus(Bias.of(outputs, out -> batchNorm.offset()[out])));
    }

    Linear times(double factor) {
        return new Linear(matrix.rowsTimes(in -> factor), bias.times(out -> factor));
    }

    /** For what the normalisation makes before its own gain and offset, which this layer takes over. */
    Linear after(LayerNorm norm) {
        return new Linear(norm.gainInto(matrix), norm.offset().through(matrix).plus(bias));
    }

    /** For inputs to which something was to be added. */
    Linear afterAdding(Bias offset) {
        return new Linear(matrix, bias.plus(offset.through(matrix)));
    }

    /**
     * @param order for each new input the former one
     */
    Linear inputsInOrder(int[] order) {
        return new Linear(matrix.rowsInOrder(order), bias);
    }

    /**
     * @param order for each new output the former one
     */
    Linear outputsInOrder(int[] order) {
        return new Linear(matrix.columnsInOrder(order), bias.inOrder(order));
    }

    /** Appended with the matrix in the precision of the graph. */
    String append(GraphBuilder graph, String x) {
        return graph.op("Add", graph.product(x, matrix.toTensor()), constantBias(graph));
    }

    /**
     * As {@link #append}, in one node.
     *
     * @param rows [rows, inputs]
     */
    String appendToRows(GraphBuilder graph, String rows) {
        return graph.gemm(rows, matrix.toTensor(), bias.toTensor(matrix.outputs()));
    }

    /** Appended with a matrix of 32-bit floats, for one that is small and matters. */
    String appendExact(GraphBuilder graph, String x) {
        return graph.op("Add", graph.op("MatMul", x, graph.constant(matrix.toTensor())), constantBias(graph));
    }

    /** Appended as the graph's output. */
    void appendAs(GraphBuilder graph, String output, String x) {
        graph.addAs(output, graph.product(x, matrix.toTensor()), constantBias(graph));
    }

    private String constantBias(GraphBuilder graph) {
        return graph.constant(bias.toTensor(matrix.outputs()));
    }
}
