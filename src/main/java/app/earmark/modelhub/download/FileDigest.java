package app.earmark.modelhub.download;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files, as lower-case hex. */
public final class FileDigest {

    private FileDigest() {}

    public static String sha256(Path file, Progress progress) throws IOException, CancelledWork {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in, progress);
        }
    }

    public static String sha256(InputStream in, Progress progress) throws IOException, CancelledWork {
        return of(in, digest("SHA-256"), progress);
    }

    /** The name git gives to the file's content: the SHA-1 of {@code blob SIZE\0} and the content. */
    public static String gitSha1(Path file, Progress progress) throws IOException, CancelledWork {
        MessageDigest digest = digest("SHA-1");
        digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = Files.newInputStream(file)) {
            return of(in, digest, progress);
        }
    }

    private static String of(InputStream in, MessageDigest digest, Progress progress)
            throws IOException, CancelledWork {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            progress.throwIfCancelled();
            digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + algorithm, e);
        }
    }
}
