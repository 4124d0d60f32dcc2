package app.earmark.convert;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Walks through protobuf messages and knows where it is; what nobody asks for is passed over unread. */
final class MessageReader {

    /** Reads the fields it wants. */
    @FunctionalInterface
    interface Field {
        /**
         * @param number of the field, whose value comes next
         * @return false, nothing having been read, if the field is to be passed over
         */
        boolean read(int number) throws IOException;
    }

    private final CodedInputStream in;
    private long fieldAt;
    private boolean packed;

    MessageReader(InputStream stream) {
        in = CodedInputStream.newInstance(stream);
    }

    /** Bytes read so far. */
    long at() {
        return in.getTotalBytesRead();
    }

    /** Where the field being read starts, its tag included. */
    long fieldAt() {
        return fieldAt;
    }

    /** The fields of this message, to its end. */
    void fields(Field field) throws IOException {
        while (true) {
            fieldAt = at();
            int tag = in.readTag();
            if (tag == 0) {
                return;
            }
            packed = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (!field.read(WireFormat.getTagFieldNumber(tag))) {
                in.skipField(tag);
            }
        }
    }

    /** The length that a message, a text or a run of bytes starts with. */
    int length() throws IOException {
        return in.readRawVarint32();
    }

    /** The fields of a message inside this one. */
    void message(int length, Field field) throws IOException {
        int limit = in.pushLimit(length);
        fields(field);
        in.popLimit(limit);
    }

    String text() throws IOException {
        return new String(in.readByteArray(), StandardCharsets.UTF_8);
    }

    long whole() throws IOException {
        return in.readRawVarint64();
    }

    /** One value of a repeated field, or all of them where they are packed. */
    List<Long> wholes() throws IOException {
        List<Long> values = new ArrayList<>();
        if (!packed) {
            values.add(whole());
            return values;
        }
        int limit = in.pushLimit(length());
        while (in.getBytesUntilLimit() > 0) {
            values.add(whole());
        }
        in.popLimit(limit);
        return values;
    }

    boolean isPacked() {
        return packed;
    }

    void skip(int bytes) throws IOException {
        in.skipRawBytes(bytes);
    }
}
