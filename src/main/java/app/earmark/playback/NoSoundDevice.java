package app.earmark.playback;

/** There is nothing to play on. The message is a sentence for the person. */
public final class NoSoundDevice extends Exception {

    private static final long serialVersionUID = 1L;

    public NoSoundDevice(Throwable cause) {
        super(
                "No sound device was found, so nothing can be played; connect one or check the system's sound settings,"
                        + " then play again.",
                cause);
    }
}
