package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;

/** The model pack that a scan needs can't be loaded; the message is a sentence for a person. */
public final class PackUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackUnavailable(EncoderFailure cause) {
        super(cause.getMessage(), cause);
    }
}
