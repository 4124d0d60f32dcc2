package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.VectorScorer;
import app.earmark.search.VectorScores;

/** Compares vectors by ONNX Runtime's matrix product. */
record MatrixVectorScores(VectorScorer scorer) implements VectorScores {

    static VectorScores ofDimension(int dimension) throws EncoderFailure {
        return new MatrixVectorScores(new VectorScorer(dimension));
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
    public void close() {
        scorer.close();
    }
}
