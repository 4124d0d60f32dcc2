package app.earmark.modelhub.download;

/** Something could not be downloaded; the message is a sentence that says why and what to do. */
public final class DownloadFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for those who act on it. */
    public enum Reason {
        /** There is no such repository, revision or file. */
        NOT_FOUND,
        /** The hub wants a sign-in, or an agreement to terms. */
        NOT_ALLOWED,
        /** No connection, or none that lasts. */
        UNREACHABLE,
        /** Too many requests; the hub asked for a longer pause than anybody would wait. */
        BUSY,
        /** The server answered in a way that makes no sense. */
        BAD_ANSWER,
        /** What arrived, or is announced, is not the file that was meant. */
        WRONG_CONTENT,
        /** The disk is full. */
        DISK_FULL,
        /** The cache's folder can't be written. */
        UNWRITABLE,
        /** The network must not be used, and the file is not here. */
        OFFLINE
    }

    private final Reason reason;

    DownloadFailure(Reason reason, String message) {
        this(reason, message, null);
    }

    DownloadFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
