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

    /**
     * What a text means, before the pack brings it into the joint space: what texts are compared by. The same as {@link
     * #encode} for a pack whose text model ends in the joint space.
     *
     * @return unit-length vector, of the same shape for each text
     * @throws EncoderFailure if the model can't be run
     */
    default float[] meaning(String text) throws EncoderFailure {
        return vectors(text).meaning();
    }

    /** Both vectors of a text, for the price of one. */
    default TextVectors vectors(String text) throws EncoderFailure {
        float[] joint = encode(text);
        return new TextVectors(joint, joint);
    }

    /**
     * @param joint as {@link #encode} gives it
     * @param meaning as {@link #meaning} gives it
     */
    record TextVectors(float[] joint, float[] meaning) {}
}
