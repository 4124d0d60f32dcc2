package app.earmark.learning.adapter;

/**
 * A query as an adapter sees it.
 *
 * @param vector unit-length, compared with {@link NameAdapter#adapt adapted} clips by cosine, shape [rank]
 * @param trust how far the library's names cover it, 0 to 1: the weight of that comparison beside the pack's own
 */
public record AdaptedQuery(float[] vector, double trust) {}
