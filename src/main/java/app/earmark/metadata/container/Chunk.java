package app.earmark.metadata.container;

import java.io.IOException;

/**
 * A chunk of a RIFF or AIFF file.
 *
 * @param id four characters
 * @param header where its id stands
 * @param size of its data in bytes, as it is in the file, whatever the header says
 * @param end behind its pad byte, if it has one
 * @param cutOff whether its header promises more than the file has
 */
record Chunk(String id, long header, long size, long end, boolean cutOff) {

    static final int HEADER_BYTES = 8;

    long data() {
        return header + HEADER_BYTES;
    }

    /** Whether the data has an odd length and nothing makes it even. */
    boolean lacksPad() {
        return size % 2 == 1 && end == data() + size;
    }

    boolean isReadable() {
        return size <= FileBytes.LARGEST_BLOCK;
    }

    byte[] read(FileBytes file) throws IOException {
        return file.read(data(), size);
    }
}
