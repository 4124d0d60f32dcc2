package app.earmark.library;

/**
 * The vectors of one clip, or of one window of it, under one pack.
 *
 * @param pack the pack that made them
 * @param joint unit-length vector compared with text, shape [joint dimension]
 * @param acoustic unit-length vector compared with sounds, shape [acoustic dimension]; the same array as {@code joint}
 *     for a pack with one space
 */
public record Embedding(PackId pack, float[] joint, float[] acoustic) {}
