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

    /**
     * The name under which the content is kept. An etag that is no digest need not tell files apart, so there the path is
     * part of it; the name must not look like a digest then.
     */
    String contentName(String path) {
        return isSha256() || isGitSha1() ? etag : "undigested-" + Integer.toHexString(path.hashCode()) + "-" + etag;
    }

    boolean sameContent(ResolvedFile other) {
        return etag.equals(other.etag)
                && (sizeBytes.isEmpty() || other.sizeBytes.isEmpty() || sizeBytes.equals(other.sizeBytes));
    }
}
