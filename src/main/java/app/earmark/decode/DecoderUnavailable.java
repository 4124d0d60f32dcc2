package app.earmark.decode;

/** The native decoder can't be loaded on this machine, so no file at all can be decoded. The message is for a person. */
public final class DecoderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DecoderUnavailable(Throwable cause) {
        super(
                "The sound decoder (FFmpeg) could not be loaded: " + cause.getMessage()
                        + ". Reinstall Earmark for this kind of machine, and see that the folder for native libraries"
                        + " (-Dorg.bytedeco.javacpp.cachedir=FOLDER, normally ~/.javacpp/cache) can be written to.",
                cause);
    }
}
