package app.earmark.metadata.write;

import app.earmark.metadata.container.FileBytes;
import app.earmark.metadata.container.Recipe;
import app.earmark.metadata.container.Segment;
import app.earmark.metadata.container.Segment.Fresh;
import app.earmark.metadata.container.Segment.Kept;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Carries a recipe out, and reads back what came of it. Each says the SHA-256 of all the bytes, in lower-case hex. */
final class RecipeCopy {

    private static final int BLOCK_BYTES = 1 << 18;

    private final Progress progress;
    private final byte[] block = new byte[BLOCK_BYTES];

    RecipeCopy(Progress progress) {
        this.progress = progress;
    }

    /** Writes what the recipe makes of {@code from}; the hash is of what was meant to be written. */
    String write(Recipe recipe, FileBytes from, FileChannel to) throws IOException, CancelledWork {
        MessageDigest digest = sha256();
        for (Segment segment : recipe.segments()) {
            if (segment instanceof Fresh fresh) {
                digest.update(fresh.bytes());
                writeAll(to, ByteBuffer.wrap(fresh.bytes()));
            } else if (segment instanceof Kept kept) {
                for (long done = 0; done < kept.length(); done += BLOCK_BYTES) {
                    progress.throwIfCancelled();
                    int length = (int) Math.min(BLOCK_BYTES, kept.length() - done);
                    from.fill(ByteBuffer.wrap(block, 0, length), kept.from() + done);
                    writeAll(to, ByteBuffer.wrap(block, 0, length));
                    digest.update(block, 0, length);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** Reads a file through. */
    String read(FileBytes file) throws IOException, CancelledWork {
        MessageDigest digest = sha256();
        for (long at = 0; at < file.size(); at += BLOCK_BYTES) {
            progress.throwIfCancelled();
            int length = (int) Math.min(BLOCK_BYTES, file.size() - at);
            file.fill(ByteBuffer.wrap(block, 0, length), at);
            digest.update(block, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
