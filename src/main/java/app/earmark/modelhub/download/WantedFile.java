package app.earmark.modelhub.download;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A file of a repository, and what is known of it beforehand.
 *
 * @param path inside the repository, with forward slashes
 * @param sizeBytes absent where nobody knows it
 * @param sha256 64 lower-case hex digits; absent where nobody knows it
 */
public record WantedFile(String path, OptionalLong sizeBytes, Optional<String> sha256) {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    public WantedFile {
        if (!PATH.matcher(path).matches() || ("/" + path + "/").contains("/../") || ("/" + path).contains("/./")) {
            throw new IllegalArgumentException("not a path inside a repository: " + path);
        }
    }

    /** A file of which nothing is known but its path. */
    public static WantedFile of(String path) {
        return new WantedFile(path, OptionalLong.empty(), Optional.empty());
    }
}
