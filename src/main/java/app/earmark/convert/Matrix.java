package app.earmark.convert;

import java.util.function.IntToDoubleFunction;

/**
 * Weights of the checkpoint as a product takes them, [inputs, outputs], and what is folded into them. They are read and
 * folded when they are written, in 64 bits and row by row, so that no more than one stored tensor is on the heap.
 */
record Matrix(int inputs, int outputs, Source source) {

    /** Reads the stored tensor. */
    @FunctionalInterface
    interface Source {
        Rows read() throws UnusableCheckpoint;
    }

    /** Copies the weights of one input, [outputs]. */
    @FunctionalInterface
    interface Rows {
        void copy(int input, double[] row);
    }

    /** Each weight of an input multiplied by that input's factor. */
    Matrix rowsTimes(IntToDoubleFunction factors) {
        return changed((input, row) -> {
            double factor = factors.applyAsDouble(input);
            for (int out = 0; out < outputs; out++) {
                row[out] = factor * row[out];
            }
        });
    }

    /** Each weight of an output multiplied by that output's factor. */
    Matrix columnsTimes(IntToDoubleFunction factors) {
        return changed((input, row) -> {
            for (int out = 0; out < outputs; out++) {
                row[out] = row[out] * factors.applyAsDouble(out);
            }
        });
    }

    /**
     * @param order for each new input the former one
     */
    Matrix rowsInOrder(int[] order) {
        return new Matrix(inputs, outputs, () -> {
            Rows rows = source.read();
            return (input, row) -> rows.copy(order[input], row);
        });
    }

    /**
     * @param order for each new output the former one
     */
    Matrix columnsInOrder(int[] order) {
        return new Matrix(inputs, outputs, () -> {
            Rows rows = source.read();
            double[] former = new double[outputs];
            return (input, row) -> {
                rows.copy(input, former);
                for (int out = 0; out < outputs; out++) {
                    row[out] = former[order[out]];
                }
            };
        });
    }

    private Matrix changed(Rows change) {
        return new Matrix(inputs, outputs, () -> {
            Rows rows = source.read();
            return (input, row) -> {
                rows.copy(input, row);
                change.copy(input, row);
            };
        });
    }

    FloatTensor toTensor() {
        return new FloatTensor(FloatTensor.shapeOf(inputs, outputs), sink -> {
            Rows rows = source.read();
            double[] row = new double[outputs];
            float[] rounded = new float[outputs];
            for (int in = 0; in < inputs; in++) {
                rows.copy(in, row);
                for (int out = 0; out < outputs; out++) {
                    rounded[out] = (float) row[out];
                }
                sink.put(rounded, outputs);
            }
        });
    }
}
