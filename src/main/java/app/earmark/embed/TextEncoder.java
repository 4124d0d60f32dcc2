package app.earmark.embed;

/** A pack's text side. Thread-safe. */
public interface TextEncoder {

    /**
     * Encodes a description; the pack's prompt template is applied here.
     *
     * @return unit-length vector, shape [joint dimension]
     * @throws EncoderFailure if the model can't be run
     */
    float[] encode(String description) throws EncoderFailure;
}
