package app.earmark.convert;

/** What a batch normalisation comes to outside training: gain · x + offset. */
record BatchNorm(double[] gain, double[] offset) {

    /** PyTorch's default, which the reference leaves alone. */
    private static final double EPSILON = 1e-5;

    static BatchNorm of(Weights weights, String name, int channels) throws UnusableCheckpoint {
        float[] weight = weights.values(name + ".weight", channels);
        float[] bias = weights.values(name + ".bias", channels);
        float[] mean = weights.values(name + ".running_mean", channels);
        float[] variance = weights.variances(name + ".running_var", channels);
        double[] gain = new double[channels];
        double[] offset = new double[channels];
        for (int i = 0; i < channels; i++) {
            gain[i] = weight[i] / Math.sqrt(variance[i] + EPSILON);
            offset[i] = bias[i] - mean[i] * gain[i];
        }
        return new BatchNorm(gain, offset);
    }

    String append(GraphBuilder graph, String x) {
        return graph.op("Add", graph.op("Mul", x, constant(graph, gain)), constant(graph, offset));
    }

    private static String constant(GraphBuilder graph, double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return graph.constant(FloatTensor.of(floats, floats.length));
    }
}
