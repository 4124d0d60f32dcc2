package app.earmark.assembly;

import app.earmark.library.ClipFailure;

/** A file can't be listened to; its failure says why in a sentence. */
public final class UnusableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ClipFailure failure;

    public UnusableFile(ClipFailure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public ClipFailure failure() {
        return failure;
    }
}
