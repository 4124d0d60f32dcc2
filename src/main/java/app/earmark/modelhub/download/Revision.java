package app.earmark.modelhub.download;

import java.util.regex.Pattern;

/**
 * A state of a repository.
 *
 * @param name a commit, 40 hex digits, which never changes; or a branch or tag, which may move
 */
public record Revision(String name) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");

    public static final Revision MAIN = new Revision("main");

    public Revision {
        if (!NAME.matcher(name).matches() || name.contains("..") || name.contains("//") || name.endsWith("/")) {
            throw new IllegalArgumentException("not a revision: " + name);
        }
    }

    public boolean isCommit() {
        return COMMIT.matcher(name).matches();
    }

    @Override
    public String toString() {
        return name;
    }
}
