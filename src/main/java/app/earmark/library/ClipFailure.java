package app.earmark.library;

import java.nio.file.Path;

/**
 * Why a file could not be used, in words for a person.
 *
 * @param code short, stable, upper-case: {@code EMPTY_FILE}, {@code TRUNCATED}, {@code NOT_AUDIO}, {@code UNREADABLE} …
 * @param message one sentence that names the file and says what to do
 */
public record ClipFailure(Path path, String code, String message) {

    /** The message for a place that doesn't show the path beside it: one that names no folder gets it in front. */
    public String messageWithFolder() {
        Path folder = path.getParent();
        return folder == null || message.contains(folder.toString()) ? message : folder + ": " + message;
    }
}
