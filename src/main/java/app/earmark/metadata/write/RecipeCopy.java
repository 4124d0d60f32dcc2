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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Carries a recipe out, and compares what came of it, byte by byte, with what it was to be made of. Both read the original, so
 * nothing has to be believed of what was written.
 */
final class RecipeCopy {

    private static final int BLOCK_BYTES = 1 << 18;
    private static final long COPIED_AT_ONCE = 16L << 20;

    private final Progress progress;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final byte[] other = new byte[BLOCK_BYTES];

    RecipeCopy(Progress progress) {
        this.progress = progress;
    }

    /** Writes what the recipe makes of {@code from}. */
    void write(Recipe recipe, FileBytes from, FileChannel to) throws IOException, CancelledWork {
        for (Segment segment : recipe.segments()) {
            if (segment instanceof Fresh fresh) {
                ByteBuffer bytes = ByteBuffer.wrap(fresh.bytes());
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
            } else if (segment instanceof Kept kept) {
                for (long done = 0; done < kept.length(); done += COPIED_AT_ONCE) {
                    progress.throwIfCancelled();
                    from.copy(kept.from() + done, Math.min(COPIED_AT_ONCE, kept.length() - done), to);
                }
            }
        }
    }

    /**
     * Reads what was written, and what it was made of, once more.
     *
     * @return SHA-256 of what was written, in lower-case hex; empty if any byte is not what it was to be
     */
    Optional<String> verified(Recipe recipe, FileBytes from, FileBytes written) throws IOException, CancelledWork {
        if (written.size() != recipe.length()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        long at = 0;
        for (Segment segment : recipe.segments()) {
            for (long done = 0; done < segment.length(); done += BLOCK_BYTES) {
                progress.throwIfCancelled();
                int length = (int) Math.min(BLOCK_BYTES, segment.length() - done);
                written.fill(ByteBuffer.wrap(block, 0, length), at + done);
                digest.update(block, 0, length);
                if (segment instanceof Kept kept) {
                    from.fill(ByteBuffer.wrap(other, 0, length), kept.from() + done);
                } else if (segment instanceof Fresh fresh) {
                    System.arraycopy(fresh.bytes(), (int) done, other, 0, length);
                }
                if (!Arrays.equals(block, 0, length, other, 0, length)) {
                    return Optional.empty();
                }
            }
            at += segment.length();
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    /** SHA-256 of a file, in lower-case hex. */
    String hash(FileBytes file) throws IOException, CancelledWork {
        MessageDigest digest = sha256();
        update(digest, file, 0, file.size());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of what a recipe makes of a file, in lower-case hex; nothing is written. */
    String hash(Recipe recipe, FileBytes from) throws IOException, CancelledWork {
        MessageDigest digest = sha256();
        for (Segment segment : recipe.segments()) {
            if (segment instanceof Fresh fresh) {
                digest.update(fresh.bytes());
            } else if (segment instanceof Kept kept) {
                update(digest, from, kept.from(), kept.length());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void update(MessageDigest digest, FileBytes file, long from, long bytes) throws IOException, CancelledWork {
        for (long done = 0; done < bytes; done += BLOCK_BYTES) {
            progress.throwIfCancelled();
            int length = (int) Math.min(BLOCK_BYTES, bytes - done);
            file.fill(ByteBuffer.wrap(block, 0, length), from + done);
            digest.update(block, 0, length);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
