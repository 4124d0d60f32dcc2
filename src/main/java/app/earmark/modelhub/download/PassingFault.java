package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import java.time.Duration;
import java.util.Optional;

/** Something went wrong that another attempt may not meet. */
final class PassingFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final DownloadFailure.Reason reason;
    private final transient Optional<Duration> wait;

    PassingFault(Reason reason, String message, Throwable cause) {
        this(reason, message, cause, Optional.empty());
    }

    /**
     * @param message a sentence to end with if no attempt succeeds
     * @param wait what the server asked for
     */
    PassingFault(Reason reason, String message, Throwable cause, Optional<Duration> wait) {
        super(message, cause);
        this.reason = reason;
        this.wait = wait;
    }

    Optional<Duration> askedToWait() {
        return wait;
    }

    DownloadFailure lasting() {
        return new DownloadFailure(reason, getMessage(), this);
    }
}
