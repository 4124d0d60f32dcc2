package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.MatrixScorer;
import app.earmark.embed.VectorScorer;
import app.earmark.learning.adapter.NameAdapter;

/** The clips' vectors as an adapter sees them, by the same rows. */
final class AdaptedVectors implements AutoCloseable {

    private final NameAdapter adapter;
    private final VectorScorer vectors;

    private AdaptedVectors(NameAdapter adapter, VectorScorer vectors) {
        this.adapter = adapter;
        this.vectors = vectors;
    }

    /** Adapts all rows there are: for 100,000 clips a second or two. */
    static AdaptedVectors of(NameAdapter adapter, MatrixScorer acoustic, ScorerFactory factory) throws EncoderFailure {
        VectorScorer vectors = factory.forDimension(adapter.rank());
        acoustic.images(adapter.audioMatrix(), adapter.rank(), (row, image) -> vectors.put(row, adapter.finish(image)));
        return new AdaptedVectors(adapter, vectors);
    }

    boolean isOf(NameAdapter other) {
        return adapter == other;
    }

    /** Follows a row that was added or replaced. */
    void put(int row, float[] acoustic) {
        vectors.put(row, adapter.adapt(acoustic));
    }

    float[] scores(float[] query) throws EncoderFailure {
        return vectors.scores(query);
    }

    @Override
    public void close() {
        vectors.close();
    }
}
