package app.earmark.convert;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A protobuf message small enough to be put together in memory. */
final class Message {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Writing {
        void write(CodedOutputStream out) throws IOException;
    }

    Message text(int field, String value) {
        return write(to -> to.writeByteArray(field, value.getBytes(StandardCharsets.UTF_8)));
    }

    Message number(int field, long value) {
        return write(to -> to.writeInt64(field, value));
    }

    Message real(int field, float value) {
        return write(to -> to.writeFloat(field, value));
    }

    Message message(int field, Message value) {
        return write(to -> to.writeByteArray(field, value.toBytes()));
    }

    Message data(int field, byte[] value) {
        return write(to -> to.writeByteArray(field, value));
    }

    byte[] toBytes() {
        write(CodedOutputStream::flush);
        return bytes.toByteArray();
    }

    private Message write(Writing writing) {
        try {
            writing.write(out);
        } catch (IOException e) {
            throw new AssertionError("memory takes every byte", e);
        }
        return this;
    }
}
