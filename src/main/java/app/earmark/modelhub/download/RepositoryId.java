package app.earmark.modelhub.download;

import java.util.regex.Pattern;

/**
 * A repository of the hub.
 *
 * @param owner person or organisation, such as {@code laion}
 * @param name such as {@code clap-htsat-unfused}
 */
public record RepositoryId(String owner, String name) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");

    public RepositoryId {
        if (!isPart(owner) || !isPart(name)) {
            throw new IllegalArgumentException("not a repository: " + owner + "/" + name);
        }
    }

    private static boolean isPart(String part) {
        return PART.matcher(part).matches() && !part.contains("..") && !part.contains("--");
    }

    /**
     * Reads {@code owner/name}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static RepositoryId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a repository: " + text);
        }
        return new RepositoryId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The repository's folder in the cache that programs share. */
    String cacheFolder() {
        return "models--" + owner + "--" + name;
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
