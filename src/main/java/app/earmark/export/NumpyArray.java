package app.earmark.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A matrix of float32, written row by row; how many there are is filled in at the end.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The NPY format, version 1.0</a>
 */
final class NumpyArray implements Closeable {

    private static final int HEADER_BYTES = 128;
    private static final int PREAMBLE_BYTES = 10;

    private final NewFile file;
    private ByteBuffer rowBytes = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    private int dimension = -1;
    private long rows;

    NumpyArray(Path target) throws IOException {
        file = NewFile.beside(target);
        file.stream().write(new byte[HEADER_BYTES]);
    }

    /** @param row as long as the others */
    void row(float[] row) throws IOException {
        if (dimension < 0) {
            dimension = row.length;
            rowBytes = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }
        if (row.length != dimension) {
            throw new IllegalArgumentException(row.length + " values in a row of " + dimension);
        }
        rowBytes.asFloatBuffer().put(row);
        file.stream().write(rowBytes.array());
        rows++;
    }

    /** Lets the file appear under its name. */
    void commit() throws IOException {
        file.overwrite(0, header());
        file.commit();
    }

    private byte[] header() {
        String values = String.format(
                Locale.ROOT,
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
                rows,
                Math.max(0, dimension));
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) (HEADER_BYTES - PREAMBLE_BYTES));
        header.put(values.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
