package app.earmark.search;

import app.earmark.embed.CompactVectorScorer;
import app.earmark.embed.EncoderFailure;

/** Compares vectors kept in a byte a value, in the library that runs the models. */
final class CompactScores implements VectorScores {

    private final CompactVectorScorer scorer;

    CompactScores(int dimension) throws EncoderFailure {
        scorer = new CompactVectorScorer(dimension);
    }

    @Override
    public int dimension() {
        return scorer.dimension();
    }

    @Override
    public void put(int row, float[] vector) {
        scorer.put(row, vector);
    }

    @Override
    public float[] of(float[] query) throws EncoderFailure {
        return scorer.scores(query);
    }

    @Override
    public void images(float[] matrix, int width, RowSink sink) {
        throw new UnsupportedOperationException("windows are not adapted");
    }

    @Override
    public void close() {
        scorer.close();
    }
}
