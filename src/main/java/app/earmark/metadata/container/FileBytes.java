package app.earmark.metadata.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file's bytes by their position. Belongs to one thread. */
public final class FileBytes implements AutoCloseable {

    /** A block of text that is larger is not read: it would fill the memory. */
    static final int LARGEST_BLOCK = 64 << 20;

    private final FileChannel channel;
    private final long size;

    private FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    public static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileBytes(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Length of the file when it was opened, in bytes. */
    public long size() {
        return size;
    }

    /** @throws EOFException if the file does not reach that far */
    public byte[] read(long from, long length) throws IOException {
        if (from < 0 || length < 0 || length > LARGEST_BLOCK || from + length > size) {
            throw new EOFException("no " + length + " bytes at " + from);
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        fill(buffer, from);
        return buffer.array();
    }

    /** Fills the buffer from this position. */
    public void fill(ByteBuffer buffer, long from) throws IOException {
        long at = from;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, at);
            if (n < 0) {
                throw new EOFException("the file became shorter");
            }
            at += n;
        }
    }

    /** Copies bytes to where the other file stands, without bringing them into the program where the system can. */
    public void copy(long from, long length, FileChannel to) throws IOException {
        for (long at = from; at < from + length; ) {
            long n = channel.transferTo(at, from + length - at, to);
            if (n <= 0) {
                throw new EOFException("the file became shorter");
            }
            at += n;
        }
    }

    ByteBuffer little(long from, int length) throws IOException {
        return ByteBuffer.wrap(read(from, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    ByteBuffer big(long from, int length) throws IOException {
        return ByteBuffer.wrap(read(from, length));
    }

    /** Four letters, or fewer at the end of the file. */
    String letters(long from, int count) throws IOException {
        long there = Math.max(0, Math.min(count, size - from));
        return new String(read(from, there), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
