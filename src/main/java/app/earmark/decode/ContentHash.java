package app.earmark.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** SHA-256 of a file's bytes. Right after decoding, a file of ordinary size still lies in the system's cache. */
final class ContentHash {

    private static final int BLOCK_BYTES = 1 << 16;

    private ContentHash() {}

    /** @return lower-case hex, or empty if the file could not be read to its end */
    static Optional<String> of(Path file, BooleanSupplier cancelled) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] block = new byte[BLOCK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                digest.update(block, 0, n);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }
}
