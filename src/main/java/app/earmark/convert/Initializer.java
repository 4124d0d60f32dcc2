package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A named constant of a graph, as it is written: a few bytes of description, then the values.
 *
 * @param elementType code of {@link OnnxFields}: FLOAT, FLOAT16 or INT64
 * @param byteCount of the values
 */
record Initializer(String name, int elementType, FloatTensor floats, long[] wholes, long byteCount, Message head) {

    static Initializer of(String name, FloatTensor values, boolean half) {
        int type = half ? OnnxFields.FLOAT16 : OnnxFields.FLOAT;
        Message head = new Message();
        values.shape().forEach(size -> head.number(OnnxFields.TENSOR_DIMS, size));
        head.number(OnnxFields.TENSOR_DATA_TYPE, type).text(OnnxFields.TENSOR_NAME, name);
        return new Initializer(name, type, values, null, values.count() * (half ? 2 : 4), head);
    }

    static Initializer of(String name, long[] values, long... shape) {
        Message head = new Message();
        for (long size : shape) {
            head.number(OnnxFields.TENSOR_DIMS, size);
        }
        head.number(OnnxFields.TENSOR_DATA_TYPE, OnnxFields.INT64).text(OnnxFields.TENSOR_NAME, name);
        return new Initializer(name, OnnxFields.INT64, null, values, values.length * 8L, head);
    }

    /** Length of the message that {@link #writeTo} writes. */
    long size() {
        return head.toBytes().length
                + CodedOutputStream.computeTagSize(OnnxFields.TENSOR_RAW_DATA)
                + CodedOutputStream.computeUInt64SizeNoTag(byteCount)
                + byteCount;
    }

    void writeTo(CodedOutputStream out, WriteProgress progress) throws UnusableCheckpoint, IOException, CancelledWork {
        out.writeRawBytes(head.toBytes());
        out.writeTag(OnnxFields.TENSOR_RAW_DATA, 2);
        out.writeUInt64NoTag(byteCount);
        if (wholes != null) {
            ByteBuffer bytes = ByteBuffer.allocate(wholes.length * 8).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(wholes);
            out.writeRawBytes(bytes.array());
            return;
        }
        RawValues raw = new RawValues(name, elementType == OnnxFields.FLOAT16, out, progress);
        floats.values().writeTo(raw);
        raw.finish(byteCount);
    }
}
