package app.earmark.convert;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How a checkpoint stores the values of a tensor; names as in a safetensors header. */
enum ElementType {
    F64(8) {
        @Override
        float read(ByteBuffer from, int index) {
            return (float) from.getDouble(index * 8);
        }
    },
    F32(4) {
        @Override
        float read(ByteBuffer from, int index) {
            return from.getFloat(index * 4);
        }
    },
    F16(2) {
        @Override
        float read(ByteBuffer from, int index) {
            return HalfFloat.toFloat(from.getShort(index * 2));
        }
    },
    BF16(2) {
        @Override
        float read(ByteBuffer from, int index) {
            return Float.intBitsToFloat(from.getShort(index * 2) << 16);
        }
    },
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    boolean isFloat() {
        return ordinal() <= BF16.ordinal();
    }

    /**
     * The value at an index.
     *
     * @param from little-endian
     */
    float read(ByteBuffer from, int index) {
        throw new IllegalStateException(this + " holds no weights");
    }

    static Optional<ElementType> named(String name) {
        for (ElementType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
