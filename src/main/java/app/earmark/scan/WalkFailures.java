package app.earmark.scan;

import app.earmark.library.ClipFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The sentences for what a walk can't look at. */
final class WalkFailures {

    private WalkFailures() {}

    static ClipFailure unreadableFolder(Path folder, IOException e) {
        return new ClipFailure(
                folder,
                "UNREADABLE_FOLDER",
                "The folder " + quoted(folder) + " can't be opened" + reason(e)
                        + "; what is in it was left out, and nothing recorded in it was changed.");
    }

    static ClipFailure unreadableFile(Path file, IOException e) {
        return new ClipFailure(
                file,
                "UNREADABLE",
                "The file " + quoted(file) + " can't be looked at" + reason(e)
                        + "; check its permissions and scan again.");
    }

    static ClipFailure brokenLink(Path link) {
        return new ClipFailure(
                link,
                "BROKEN_LINK",
                quoted(link) + " is a link to a file that isn't there; restore the file or remove the link.");
    }

    static ClipFailure unusableName(Path path) {
        return new ClipFailure(
                path,
                "UNUSABLE_NAME",
                "The name of " + quoted(path)
                        + " has bytes that are no text in this system's character set; rename it, or start"
                        + " Earmark under a UTF-8 locale, and scan again.");
    }

    /** Line breaks and the like must not tear a sentence apart. */
    private static String quoted(Path path) {
        return "\"" + path.toString().replaceAll("\\p{Cntrl}", "\uFFFD") + "\"";
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? " (permission denied)" : "";
    }
}
