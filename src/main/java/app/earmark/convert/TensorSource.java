package app.earmark.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The weights of a checkpoint, wherever they lie: read in pieces, so that no tensor need be on the heap as a whole. */
interface TensorSource extends Closeable {

    /** The file as sentences name it. */
    String place();

    Optional<StoredTensor> find(String name);

    /**
     * Fills the buffer from a tensor's values, little-endian.
     *
     * @param firstByte offset within the tensor
     * @throws IOException if the file can't be read or ends early
     */
    void read(StoredTensor tensor, long firstByte, ByteBuffer into) throws IOException;
}
