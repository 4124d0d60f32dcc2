package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a file is the one that was meant, by what was known beforehand and by what the hub says. */
final class ContentCheck {

    private ContentCheck() {}

    /**
     * @throws DownloadFailure if the hub announces another file than the one known beforehand
     */
    static void announced(WantedFile wanted, ResolvedFile resolved, String what) throws DownloadFailure {
        boolean otherSize = wanted.sizeBytes().isPresent()
                && resolved.sizeBytes().isPresent()
                && !wanted.sizeBytes().equals(resolved.sizeBytes());
        boolean otherDigest = wanted.sha256().isPresent()
                && resolved.isSha256()
                && !wanted.sha256().get().equals(resolved.etag());
        if (otherSize || otherDigest) {
            throw new DownloadFailure(
                    Reason.WRONG_CONTENT,
                    "The hub's " + what + " is not the file this version of Earmark knows and trusts; nothing of it is"
                            + " used. Look for a newer version of Earmark.");
        }
    }

    /**
     * @param etag what the hub calls the content, if that is known
     */
    static boolean matches(Path file, WantedFile wanted, Optional<String> etag, Progress progress)
            throws IOException, CancelledWork {
        if (wanted.sizeBytes().isPresent() && wanted.sizeBytes().getAsLong() != Files.size(file)) {
            return false;
        }
        Optional<String> sha256 = wanted.sha256().or(() -> etag.filter(text -> text.matches("[0-9a-f]{64}")));
        if (sha256.isPresent() && !sha256.get().equals(FileDigest.sha256(file, progress))) {
            return false;
        }
        Optional<String> sha1 = etag.filter(text -> text.matches("[0-9a-f]{40}"));
        return sha1.isEmpty() || sha1.get().equals(FileDigest.gitSha1(file, progress));
    }
}
