package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import java.io.IOException;
import java.util.List;

/**
 * A constant of a graph. Its values are made when they are written, so that a graph of 500 MB takes a few megabytes of
 * heap.
 *
 * @param shape row-major
 * @param values gives exactly as many values as the shape has
 */
record FloatTensor(List<Long> shape, Values values) {

    /** Makes the values. */
    @FunctionalInterface
    interface Values {
        void writeTo(FloatSink sink) throws UnusableCheckpoint, IOException, CancelledWork;
    }

    static FloatTensor of(float[] values, long... shape) {
        FloatTensor tensor = new FloatTensor(shapeOf(shape), sink -> sink.put(values, values.length));
        if (tensor.count() != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + tensor.shape);
        }
        return tensor;
    }

    static List<Long> shapeOf(long... sizes) {
        return java.util.Arrays.stream(sizes).boxed().toList();
    }

    long count() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}
