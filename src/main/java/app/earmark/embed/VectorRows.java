package app.earmark.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors by row index, in direct buffers of {@link #CHUNK} rows each, so that a model reads them without a copy and
 * growing never moves more than the first chunk. Not thread-safe.
 */
final class VectorRows {

    /** 32 MiB of 512 values a row. */
    static final int CHUNK = 16_384;

    private static final int FIRST = 256;

    private final int dimension;
    private final List<FloatBuffer> chunks = new ArrayList<>();
    private int size;

    VectorRows(int dimension) {
        this.dimension = dimension;
    }

    int size() {
        return size;
    }

    int chunks() {
        return (size + CHUNK - 1) / CHUNK;
    }

    int rowsIn(int chunk) {
        return Math.min(CHUNK, size - chunk * CHUNK);
    }

    /** View of a chunk, shape [rowsIn(chunk), dimension]. */
    FloatBuffer chunk(int chunk) {
        return chunks.get(chunk).slice(0, rowsIn(chunk) * dimension);
    }

    void put(int row, float[] vector) {
        if (row < 0 || row > size) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size);
        }
        if (vector.length != dimension) {
            throw new IllegalArgumentException(vector.length + " values in a row of " + dimension);
        }
        if (row == size) {
            makeRoom();
            size++;
        }
        chunks.get(row / CHUNK).put(row % CHUNK * dimension, vector);
    }

    private void makeRoom() {
        int chunk = size / CHUNK;
        if (chunk > 0 && chunk == chunks.size()) {
            chunks.add(direct(CHUNK * dimension));
        } else if (chunk == 0 && chunks.isEmpty()) {
            chunks.add(direct(FIRST * dimension));
        } else if (chunk == 0 && chunks.get(0).capacity() == size * dimension) {
            FloatBuffer grown = direct(Math.min(CHUNK, 2 * size) * dimension);
            grown.put(0, chunks.get(0), 0, size * dimension);
            chunks.set(0, grown);
        }
    }

    static FloatBuffer direct(int values) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
