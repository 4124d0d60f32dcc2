package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.search.ClipVectors.Rows;
import app.earmark.search.FilteredClips.Passing;
import app.earmark.search.Fusion.SoundHit;
import app.earmark.search.Fusion.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares one vector with those of all clips of the current pack. */
final class SoundSearch implements AutoCloseable {

    private static final String STILL_LOADING =
            "Part of the library is still being loaded; search again in a moment for the rest.";

    private final EmbeddingCatalog embeddings;
    private final VectorScores.Factory factory;
    private final QueryVectors queries = new QueryVectors();
    private ClipVectors current;

    SoundSearch(EmbeddingCatalog embeddings, VectorScores.Factory factory) {
        this.embeddings = embeddings;
        this.factory = factory;
    }

    /** Cosines of all clips with a description. */
    Cosines cosines(ModelPack pack, String text) throws EncoderFailure {
        float[] query = queries.of(pack, text);
        ClipVectors vectors = vectors(pack);
        Rows rows = vectors.upToDate();
        return new Cosines(vectors, rows, vectors.jointScores(query));
    }

    /** Cosines of all clips with a sound. */
    Cosines similarTo(ModelPack pack, float[] acoustic) throws EncoderFailure {
        ClipVectors vectors = vectors(pack);
        Rows rows = vectors.upToDate();
        return new Cosines(vectors, rows, vectors.acousticScores(acoustic));
    }

    /** Cosines of all clips with one of them; none while it has no embedding. */
    Cosines similarTo(ModelPack pack, ClipId clip) throws EncoderFailure {
        Optional<Embedding> sound = embeddings.find(clip, pack.id());
        return sound.isPresent()
                ? similarTo(pack, sound.get().acoustic())
                : new Cosines(vectors(pack), Rows.NONE, new float[0]);
    }

    private synchronized ClipVectors vectors(ModelPack pack) throws EncoderFailure {
        if (current == null || !current.pack().equals(pack.id())) {
            close();
            current = new ClipVectors(embeddings, pack.description(), factory);
        }
        return current;
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /** The cosine of each row with one query. */
    record Cosines(ClipVectors vectors, Rows rows, float[] values) {

        List<SoundHit> best(int limit, Passing passing) {
            List<SoundHit> hits = new ArrayList<>();
            for (int row : TopRows.of(values, limit, row -> row < rows.count() && passing.has(rows.clipOf()[row]))) {
                hits.add(new SoundHit(new ClipId(rows.clipOf()[row]), values[row]));
            }
            return hits;
        }

        OptionalDouble of(ClipId clip) {
            int row = vectors.rowOf(clip);
            return row < 0 || row >= Math.min(values.length, rows.count())
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(values[row]);
        }

        Spread spread() {
            return Spread.of(values);
        }

        Optional<String> notice() {
            return vectors.isLoaded() ? Optional.empty() : Optional.of(STILL_LOADING);
        }
    }
}
