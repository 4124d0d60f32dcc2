package app.earmark.modelhub.download;

import java.util.OptionalLong;

/**
 * What the hub says of a file.
 *
 * @param commit 40 hex digits
 * @param etag names the content: 64 hex digits are its SHA-256 (large files), 40 its SHA-1 as a git blob (small ones)
 * @param sizeBytes absent if it does not say
 */
record ResolvedFile(String commit, String etag, OptionalLong sizeBytes) {

    boolean isSha256() {
        return etag.matches("[0-9a-f]{64}");
    }

    boolean isGitSha1() {
        return etag.matches("[0-9a-f]{40}");
    }

    boolean sameContent(ResolvedFile other) {
        return etag.equals(other.etag)
                && (sizeBytes.isEmpty() || other.sizeBytes.isEmpty() || sizeBytes.equals(other.sizeBytes));
    }
}
