package app.earmark.embed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the files an ONNX model keeps tensors in besides itself, as the model names them. ONNX Runtime would open whatever
 * path stands there, and no digest would cover it. Only the fields on the way to a tensor's {@code external_data} are read
 * (onnx.proto3); the weights are skipped.
 */
final class ExternalData {

    /** Messages of onnx.proto3 in which, or below which, there are tensors. */
    private enum Message {
        MODEL,
        GRAPH,
        NODE,
        ATTRIBUTE,
        SPARSE_TENSOR,
        FUNCTION,
        TENSOR,
        ENTRY;

        Message field(int number) {
            return switch (this) {
                case MODEL -> number == 7 ? GRAPH : number == 25 ? FUNCTION : null;
                case GRAPH -> number == 1 ? NODE : number == 5 ? TENSOR : number == 15 ? SPARSE_TENSOR : null;
                case NODE -> number == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE ->
                    switch (number) {
                        case 5, 10 -> TENSOR;
                        case 6, 11 -> GRAPH;
                        case 22, 23 -> SPARSE_TENSOR;
                        default -> null;
                    };
                case SPARSE_TENSOR -> number == 1 || number == 2 ? TENSOR : null;
                case FUNCTION -> number == 7 ? NODE : null;
                case TENSOR -> number == 13 ? ENTRY : null;
                case ENTRY -> null;
            };
        }
    }

    private static final int LONGEST_TEXT = 1 << 16;
    /** As deep as protobuf itself reads. */
    private static final int DEEPEST = 100;

    private final InputStream in;
    private final Set<String> locations = new TreeSet<>();
    private long position;

    private ExternalData(InputStream in) {
        this.in = in;
    }

    /** @throws IOException also if this is no protobuf message, and so no model */
    static Set<String> locations(InputStream model) throws IOException {
        ExternalData data = new ExternalData(new BufferedInputStream(model, 1 << 12));
        data.read(Message.MODEL, Long.MAX_VALUE, 0);
        return data.locations;
    }

    private void read(Message message, long end, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("messages within messages without end");
        }
        String key = "";
        String value = "";
        while (position < end) {
            long tag = varint(end == Long.MAX_VALUE);
            if (tag < 0) {
                break;
            }
            int number = (int) (tag >>> 3);
            switch ((int) tag & 7) {
                case 0 -> varint(false);
                case 1 -> skip(8);
                case 5 -> skip(4);
                case 2 -> {
                    long length = varint(false);
                    Message child = message.field(number);
                    if (child != null) {
                        read(child, position + length, depth + 1);
                    } else if (message == Message.ENTRY && number <= 2) {
                        String text = text(length);
                        key = number == 1 ? text : key;
                        value = number == 2 ? text : value;
                    } else {
                        skip(length);
                    }
                }
                default -> throw new IOException("no protobuf message");
            }
        }
        if (message == Message.ENTRY && key.equals("location")) {
            locations.add(value);
        }
    }

    private String text(long length) throws IOException {
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes((int) length);
        position += bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** @return −1 at the end of the file, where that is allowed */
    private long varint(boolean mayEnd) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = in.read();
            if (next < 0) {
                if (mayEnd && shift == 0) {
                    return -1;
                }
                throw new EOFException();
            }
            position++;
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("no protobuf message");
    }

    private void skip(long bytes) throws IOException {
        if (bytes < 0) {
            throw new IOException("no protobuf message");
        }
        in.skipNBytes(bytes);
        position += bytes;
    }
}
