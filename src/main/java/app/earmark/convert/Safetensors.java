package app.earmark.convert;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * A safetensors file: eight bytes with the header's length, the header as JSON, then the values, little-endian
 * (https://huggingface.co/docs/safetensors). Read through a channel rather than mapped, because a mapping can't be
 * released at will and would keep a downloaded file from being deleted on Windows.
 */
final class Safetensors implements TensorSource {

    private static final int LENGTH_BYTES = 8;
    /** The format's own limit. */
    private static final long MOST_HEADER_BYTES = 100_000_000;

    private final Path file;
    private final FileChannel channel;
    private final Map<String, SafetensorsHeader.Entry> entries;
    private final long dataStart;

    private Safetensors(Path file, FileChannel channel, Map<String, SafetensorsHeader.Entry> entries, long dataStart) {
        this.file = file;
        this.channel = channel;
        this.entries = entries;
        this.dataStart = dataStart;
    }

    static Safetensors open(Path file) throws UnusableCheckpoint {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            long headerBytes = headerBytes(channel);
            ByteBuffer header = ByteBuffer.allocate((int) headerBytes);
            fill(channel, LENGTH_BYTES, header);
            long dataStart = LENGTH_BYTES + headerBytes;
            String json = new String(header.array(), StandardCharsets.UTF_8);
            return new Safetensors(file, channel, SafetensorsHeader.parse(json, channel.size() - dataStart), dataStart);
        } catch (IllegalArgumentException e) {
            close(channel);
            throw new UnusableCheckpoint(
                    "The weights in " + file + " can't be used: " + e.getMessage() + "; download the file again.", e);
        } catch (IOException e) {
            close(channel);
            throw new UnusableCheckpoint("The weights in " + file + " can't be read.", e);
        }
    }

    private static long headerBytes(FileChannel channel) throws IOException {
        if (channel.size() < LENGTH_BYTES) {
            throw new IllegalArgumentException("it is cut off");
        }
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, 0, length);
        long bytes = length.getLong(0);
        if (bytes < 2 || bytes > MOST_HEADER_BYTES) {
            throw new IllegalArgumentException("it is no safetensors file");
        }
        if (bytes > channel.size() - LENGTH_BYTES) {
            throw new IllegalArgumentException("it is cut off");
        }
        return bytes;
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Optional<StoredTensor> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(SafetensorsHeader.Entry::tensor);
    }

    @Override
    public void read(StoredTensor tensor, long firstByte, ByteBuffer into) throws IOException {
        if (firstByte < 0 || firstByte + into.remaining() > tensor.byteCount()) {
            throw new IndexOutOfBoundsException(tensor.name() + " from " + firstByte);
        }
        fill(channel, dataStart + entries.get(tensor.name()).start() + firstByte, into);
    }

    private static void fill(FileChannel channel, long at, ByteBuffer into) throws IOException {
        long position = at;
        while (into.hasRemaining()) {
            int read = channel.read(into, position);
            if (read < 0) {
                throw new EOFException("ends at " + position);
            }
            position += read;
        }
    }

    private static void close(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written; the failure that led here is the one to report.
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
