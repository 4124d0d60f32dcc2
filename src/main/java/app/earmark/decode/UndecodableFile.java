package app.earmark.decode;

import app.earmark.library.ClipFailure;
import java.nio.file.Path;

/** A file can't be used as sound. */
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
