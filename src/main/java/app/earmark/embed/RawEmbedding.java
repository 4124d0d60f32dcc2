package app.earmark.embed;

/**
 * What the model said about one window.
 *
 * @param joint shape [joint dimension]
 * @param acoustic shape [acoustic dimension]; the same array as {@code joint} for a pack with one space
 */
public record RawEmbedding(float[] joint, float[] acoustic) {}
