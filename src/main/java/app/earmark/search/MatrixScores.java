package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.VectorScorer;

/** Compares vectors as one matrix product, in the library that runs the models. */
final class MatrixScores implements VectorScores {

    private final VectorScorer scorer;

    MatrixScores(int dimension) throws EncoderFailure {
        scorer = new VectorScorer(dimension);
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
    public void images(float[] matrix, int width, RowSink sink) throws EncoderFailure {
        scorer.images(matrix, width, sink::accept);
    }

    @Override
    public void close() {
        scorer.close();
    }
}
