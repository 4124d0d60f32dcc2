package app.earmark.decode;

import app.earmark.library.ClipFailure;
import java.nio.file.Path;

/**
 * A file can't be used as sound. Its {@link ClipFailure#code()} is one of
 *
 * <ul>
 *   <li>{@code EMPTY_FILE}: no bytes
 *   <li>{@code NOT_AUDIO}: not a sound file, whatever its name says
 *   <li>{@code TRUNCATED}: a sound file of which no sample can be decoded. A cut-off file with some sound decodes as far
 *       as it goes and is no failure
 *   <li>{@code NO_SOUND}: a film or picture container without a sound track
 *   <li>{@code UNSUPPORTED_CODEC}: a sound, but no decoder for it
 *   <li>{@code CHANGES_FORMAT}: the rate or the number of channels changes within the file
 *   <li>{@code NOT_FINITE}: a considerable part of the samples is NaN, infinite or absurdly large
 *   <li>{@code UNREADABLE}: no permission
 *   <li>{@code READ_ERROR}: the disk or network failed while reading
 *   <li>{@code VANISHED}: not there (any more)
 *   <li>{@code TOO_MANY_FILES}: the process has no file handle left
 * </ul>
 */
public final class UndecodableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ClipFailure failure;

    /**
     * @param code see {@link ClipFailure#code()}
     * @param message one sentence that names the file and says what to do
     */
    public UndecodableFile(Path path, String code, String message, Throwable cause) {
        super(message, cause);
        this.failure = new ClipFailure(path, code, message);
    }

    public ClipFailure failure() {
        return failure;
    }
}
