package app.earmark.convert;

import java.io.IOException;

/**
 * A change of some bytes of a file.
 *
 * @param at first byte to go
 * @param length bytes to go
 * @param newLength bytes that come in their place
 */
record Edit(long at, long length, long newLength, Content content) {

    /** Makes the new bytes when they are written. */
    @FunctionalInterface
    interface Content {
        byte[] bytes() throws IOException;
    }

    static Edit of(long at, long length, byte... bytes) {
        return new Edit(at, length, bytes.length, () -> bytes);
    }

    long growth() {
        return newLength - length;
    }
}
