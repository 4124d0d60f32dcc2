package app.earmark.convert;

import java.util.function.IntToDoubleFunction;

/** What a layer adds to its outputs, [outputs]; summed in 64 bits when it is written. */
@FunctionalInterface
interface Bias {

    double[] read() throws UnusableCheckpoint;

    static Bias of(float[] values) {
        return of(values.length, i -> values[i]);
    }

    static Bias of(int size, IntToDoubleFunction values) {
        return () -> {
            double[] all = new double[size];
            java.util.Arrays.setAll(all, values);
            return all;
        };
    }

    default Bias plus(Bias other) {
        return () -> {
            double[] sum = read();
            double[] more = other.read();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
            return sum;
        };
    }

    default Bias times(IntToDoubleFunction factors) {
        return () -> {
            double[] values = read();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factors.applyAsDouble(i);
            }
            return values;
        };
    }

    /** What becomes of it behind a layer: this · matrix, [the matrix's outputs]. */
    default Bias through(Matrix matrix) {
        return () -> {
            double[] values = read();
            Matrix.Rows rows = matrix.source().read();
            double[] row = new double[matrix.outputs()];
            double[] sum = new double[matrix.outputs()];
            for (int in = 0; in < values.length; in++) {
                rows.copy(in, row);
                for (int out = 0; out < sum.length; out++) {
                    sum[out] += values[in] * row[out];
                }
            }
            return sum;
        };
    }

    /**
     * @param order for each new place the former one
     */
    default Bias inOrder(int[] order) {
        return () -> {
            double[] values = read();
            return java.util.Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        };
    }

    default FloatTensor toTensor(int size) {
        return new FloatTensor(FloatTensor.shapeOf(size), sink -> {
            double[] values = read();
            float[] rounded = new float[values.length];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = (float) values[i];
            }
            sink.put(rounded, rounded.length);
        });
    }
}
