package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The tensors of one part of a checkpoint, by the names below its prefix. Asking for a tensor checks its name, type and
 * shape at once; large ones are read only when they are written.
 */
final class Weights {

    private static final int PIECE = 1 << 16;

    private final TensorSource source;
    private final String prefix;

    Weights(TensorSource source) {
        this(source, "");
    }

    private Weights(TensorSource source, String prefix) {
        this.source = source;
        this.prefix = prefix;
    }

    /** The part below a dotted name. */
    Weights part(String name) {
        return new Weights(source, prefix + name + ".");
    }

    boolean has(String name) {
        return source.find(prefix + name).isPresent();
    }

    /** The values of a small tensor. */
    float[] values(String name, long... shape) throws UnusableCheckpoint {
        return read(find(name, shape));
    }

    /** As {@link #values}, none of them below zero. */
    float[] variances(String name, long... shape) throws UnusableCheckpoint {
        float[] values = values(name, shape);
        for (float value : values) {
            if (value < 0) {
                throw new UnusableCheckpoint("The tensor " + prefix + name + " in " + source.place()
                        + " holds a variance below zero; download the checkpoint again.");
            }
        }
        return values;
    }

    /** A tensor as it is stored. */
    FloatTensor stored(String name, long... shape) throws UnusableCheckpoint {
        StoredTensor tensor = find(name, shape);
        return new FloatTensor(tensor.shape(), sink -> copy(tensor, sink));
    }

    /**
     * The matrix of a linear layer or of a convolution whose patches don't overlap, as MatMul wants it.
     *
     * @param shape as stored: outputs first
     * @return [inputs, outputs]
     */
    Matrix matrix(String name, long... shape) throws UnusableCheckpoint {
        StoredTensor tensor = find(name, shape);
        int outputs = (int) shape[0];
        int inputs = (int) (tensor.count() / outputs);
        return new Matrix(inputs, outputs, () -> {
            float[] stored = read(tensor);
            return (input, row) -> {
                for (int out = 0; out < outputs; out++) {
                    row[out] = stored[out * inputs + input];
                }
            };
        });
    }

    private StoredTensor find(String name, long... shape) throws UnusableCheckpoint {
        StoredTensor tensor = source.find(prefix + name)
                .orElseThrow(() -> new UnusableCheckpoint("The weights in " + source.place() + " lack the tensor "
                        + prefix + name + ", which its config.json calls for; download the checkpoint again."));
        List<Long> expected = FloatTensor.shapeOf(shape);
        if (!tensor.shape().equals(expected)) {
            throw new UnusableCheckpoint("The tensor " + tensor.name() + " in " + source.place() + " has the shape "
                    + tensor.shape() + " where its config.json calls for " + expected
                    + "; download the checkpoint again.");
        }
        if (!tensor.type().isFloat()) {
            throw new UnusableCheckpoint("The tensor " + tensor.name() + " in " + source.place() + " is stored as "
                    + tensor.type() + "; Earmark builds models from weights stored as 16- or 32-bit floats.");
        }
        return tensor;
    }

    private float[] read(StoredTensor tensor) throws UnusableCheckpoint {
        float[] values = new float[Math.toIntExact(tensor.count())];
        ByteBuffer buffer = buffer(tensor);
        for (int from = 0; from < values.length; from += PIECE) {
            int count = piece(tensor, from, buffer);
            decode(tensor, buffer, values, from, count);
        }
        return values;
    }

    private void copy(StoredTensor tensor, FloatSink sink) throws UnusableCheckpoint, IOException, CancelledWork {
        float[] values = new float[PIECE];
        ByteBuffer buffer = buffer(tensor);
        for (long from = 0; from < tensor.count(); from += PIECE) {
            int count = piece(tensor, from, buffer);
            decode(tensor, buffer, values, 0, count);
            sink.put(values, count);
        }
    }

    private static ByteBuffer buffer(StoredTensor tensor) {
        return ByteBuffer.allocate(
                        (int) Math.min(PIECE, tensor.count()) * tensor.type().bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private int piece(StoredTensor tensor, long from, ByteBuffer buffer) throws UnusableCheckpoint {
        int count = (int) Math.min(PIECE, tensor.count() - from);
        int bytes = tensor.type().bytes();
        try {
            source.read(tensor, from * bytes, buffer.clear().limit(count * bytes));
        } catch (IOException e) {
            throw new UnusableCheckpoint(
                    "The tensor " + tensor.name() + " in " + source.place()
                            + " can't be read; download the checkpoint again.",
                    e);
        }
        return count;
    }

    private void decode(StoredTensor tensor, ByteBuffer buffer, float[] values, int at, int count)
            throws UnusableCheckpoint {
        for (int i = 0; i < count; i++) {
            float value = tensor.type().read(buffer, i);
            if (!Float.isFinite(value)) {
                throw new UnusableCheckpoint("The tensor " + tensor.name() + " in " + source.place()
                        + " holds a value that is no number; download the checkpoint again.");
            }
            values[at + i] = value;
        }
    }
}
