package app.earmark.taxonomies;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ExactVectorScorer;
import app.earmark.embed.VectorScorer;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The joint vectors of one pack in memory, for scoring all clips at once; follows the catalogue. Thread-safe. */
final class StoredVectors implements AutoCloseable {

    private static final long NOBODY = -1;

    private final EmbeddingCatalog catalog;
    private final PackId pack;
    private final VectorScorer scorer;
    private final Map<ClipId, Integer> rowOf = new HashMap<>();
    private long[] clipOf = new long[1024];
    private int rows;
    private long version;

    StoredVectors(EmbeddingCatalog catalog, PackId pack, int dimension) throws EncoderFailure {
        this.catalog = catalog;
        this.pack = pack;
        scorer = new ExactVectorScorer(dimension);
    }

    PackId pack() {
        return pack;
    }

    /**
     * Reads what is new.
     *
     * @return the clip of each row; negative for a row that is nobody's
     */
    synchronized long[] upToDate() {
        version = catalog.readSince(pack, version, new EmbeddingCatalog.Sink() {
            @Override
            public void accept(ClipId clip, Embedding embedding) {
                put(clip, embedding.joint());
            }

            @Override
            public void removed(ClipId clip) {
                Integer row = rowOf.remove(clip);
                if (row != null) {
                    clipOf[row] = NOBODY;
                }
            }
        });
        return Arrays.copyOf(clipOf, rows);
    }

    private void put(ClipId clip, float[] joint) {
        if (joint.length != scorer.dimension()) {
            return;
        }
        Integer known = rowOf.get(clip);
        int row = known != null ? known : rows++;
        if (row == clipOf.length) {
            clipOf = Arrays.copyOf(clipOf, clipOf.length * 2);
        }
        scorer.put(row, joint);
        clipOf[row] = clip.value();
        rowOf.put(clip, row);
    }

    /** Cosines of all rows with this vector; rows added since {@link #upToDate} may follow. */
    float[] scores(float[] label) throws EncoderFailure {
        return scorer.scores(label);
    }

    @Override
    public void close() {
        scorer.close();
    }
}
