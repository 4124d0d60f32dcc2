package app.earmark.embed;

/**
 * @param row index in the {@link VectorScorer}
 * @param score dot product with the query; the cosine similarity where both are of unit length
 */
public record ScoredRow(int row, float score) {}
