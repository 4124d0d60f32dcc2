package app.earmark.metadata.write;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one batch replaced, in one small file: a record a sound file, with the bytes that are no longer in it. Made when the
 * first record comes.
 */
final class BackupFile implements AutoCloseable {

    static final String SUFFIX = ".undo";
    private static final byte[] MAGIC = "Earmark undo 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Path path;
    private final MetadataWriter.Intention intention;
    private FileChannel channel;

    BackupFile(Path folder, MetadataWriter.Intention intention) {
        this.folder = folder;
        this.intention = intention;
        this.path = folder.resolve(
                NAME.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 8) + SUFFIX);
    }

    Path path() {
        return path;
    }

    /** Adds a record; it is safe on the disk after {@link #force}. Before the first one, the intention is told. */
    synchronized void add(UndoRecord record) throws IOException {
        if (channel == null) {
            Files.createDirectories(folder);
            intention.writes(path);
            channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            write(MAGIC);
            Folders.force(folder);
        }
        write(record.bytes());
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    synchronized void force() throws IOException {
        if (channel != null) {
            channel.force(true);
        }
    }

    /**
     * The records of a backup, by file. One that a crash cut off is left out: its file was not changed yet.
     *
     * @throws IOException if it can't be read or is no backup
     */
    static Map<Path, UndoRecord> read(Path backup) throws IOException {
        Map<Path, UndoRecord> records = new HashMap<>();
        byte[] all = Files.readAllBytes(backup);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(all)))) {
            if (!java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new IOException(backup + " is no backup of Earmark's");
            }
            while (in.available() > 0) {
                UndoRecord record = UndoRecord.read(in);
                records.put(record.file(), record);
            }
        } catch (EOFException e) {
            return records;
        }
        return records;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
