package app.earmark.convert;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a tensor lies in an ONNX file. Positions are bytes from the start of the file, −1 for what is not there.
 *
 * @param elementType code of {@link OnnxFields}
 * @param fieldAt where the field starts that holds the tensor, its tag included
 * @param fieldEnd first byte after it
 * @param typeAt of the element type's code
 * @param dataAt of the values as little-endian bytes
 * @param wholes values that are stored one by one as whole numbers
 */
record TensorPlace(
        String name,
        List<Long> shape,
        int elementType,
        long fieldAt,
        long fieldEnd,
        long typeAt,
        long dataAt,
        long dataBytes,
        List<Long> wholes) {

    /** Filled while the fields are read, which may come in any order. */
    static final class Draft {
        final long fieldAt;
        final List<Long> shape = new ArrayList<>();
        final List<Long> wholes = new ArrayList<>();
        String name = "";
        int elementType;
        long typeAt = -1;
        long dataAt = -1;
        long dataBytes;

        Draft(long fieldAt) {
            this.fieldAt = fieldAt;
        }

        TensorPlace endingAt(long fieldEnd) {
            return new TensorPlace(name, shape, elementType, fieldAt, fieldEnd, typeAt, dataAt, dataBytes, wholes);
        }
    }

    long count() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}
