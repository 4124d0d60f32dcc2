package app.earmark.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** A file that is written beside its target and takes the target's place when it is complete, or not at all. */
final class NewFile implements Closeable {

    private final Path target;
    private final Path unfinished;
    private final OutputStream stream;

    private NewFile(Path target, Path unfinished) throws IOException {
        this.target = target;
        this.unfinished = unfinished;
        stream = new BufferedOutputStream(Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW), 1 << 16);
    }

    static NewFile beside(Path named) throws IOException {
        // Through a link, the file it points to is replaced, as a plain write would.
        Path target = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("it is there already and is no ordinary file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("the file that is there is write-protected");
        }
        String suffix = "." + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36) + ".part";
        return new NewFile(
                target,
                target.resolveSibling("." + shortened(target.getFileName().toString()) + suffix));
    }

    /** File systems allow 255 bytes a name. */
    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40);
    }

    OutputStream stream() {
        return stream;
    }

    /** Writes over what was written before. */
    void overwrite(long position, byte[] bytes) throws IOException {
        stream.flush();
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
    }

    void commit() throws IOException {
        stream.close();
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The exception as the end of a sentence. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "its folder does not let you write";
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
