package app.earmark.convert;

import java.util.List;

/**
 * A tensor as a checkpoint lists it.
 *
 * @param shape row-major
 */
record StoredTensor(String name, ElementType type, List<Long> shape) {

    /** How many values it holds; the shape was checked against the file, so this does not overflow. */
    long count() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    long byteCount() {
        return Math.multiplyExact(count(), (long) type.bytes());
    }
}
