package app.earmark.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A new file whose SHA-256 is known when it is closed. */
final class DigestedFile extends OutputStream {

    /** Told once, when the file is closed. */
    interface Closing {
        void closed(String sha256, long length);
    }

    private final OutputStream out;
    private final MessageDigest digest = Digests.sha256();
    private final Closing closing;
    private long length;
    private boolean closed;

    DigestedFile(Path file, Closing closing) throws IOException {
        this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.closing = closing;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        digest.update(bytes, from, count);
        length += count;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (!closed) {
            closed = true;
            closing.closed(HexFormat.of().formatHex(digest.digest()), length);
        }
    }
}
