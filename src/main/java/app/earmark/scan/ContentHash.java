package app.earmark.scan;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Says whether two files hold the same bytes without reading both again: SHA-256 over the whole file, hex. */
@FunctionalInterface
public interface ContentHash {

    /**
     * @return 64 lower-case hex digits
     * @throws IOException if the file can't be read to its end
     * @throws CancelledWork when the person asked to stop
     */
    String of(Path file) throws IOException, CancelledWork;

    /** Reads the file now; looks at {@code progress} every 256 KiB. */
    static ContentHash reading(Progress progress) {
        return file -> {
            MessageDigest digest = sha256();
            byte[] block = new byte[1 << 18];
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    progress.throwIfCancelled();
                    digest.update(block, 0, n);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
