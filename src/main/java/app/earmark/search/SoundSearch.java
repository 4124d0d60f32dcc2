package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.learning.adapter.AdaptedQuery;
import app.earmark.learning.adapter.AdaptedRanking;
import app.earmark.learning.adapter.CosineSpread;
import app.earmark.learning.adapter.NameAdapter;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.search.ClipVectors.Rows;
import app.earmark.search.FilteredClips.Passing;
import app.earmark.search.Fusion.SoundHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares one vector with those of all clips of the current pack. */
final class SoundSearch implements AutoCloseable {

    private static final String STILL_LOADING =
            "Part of the library is still being loaded; search again in a moment for the rest.";

    private final EmbeddingCatalog embeddings;
    private final ScorerFactory factory;
    private final AdapterSource adapters;
    private final QueryVectors queries = new QueryVectors();
    private ClipVectors current;

    SoundSearch(EmbeddingCatalog embeddings, ScorerFactory factory, AdapterSource adapters) {
        this.embeddings = embeddings;
        this.factory = factory;
        this.adapters = adapters;
    }

    /** Cosines of all clips with a description. */
    Cosines cosines(ModelPack pack, String text) throws EncoderFailure {
        float[] query = queries.of(pack, text);
        ClipVectors vectors = vectors(pack);
        Rows rows = vectors.upToDate();
        Cosines plain = Cosines.of(vectors, rows, vectors.jointScores(query), query, true);
        Optional<NameAdapter> adapter = adapters.current(pack.id());
        if (adapter.isEmpty()) {
            vectors.dropAdapted();
            return plain;
        }
        AdaptedQuery asked = queries.adapted(pack, text, adapter.get());
        if (asked.trust() <= 0) {
            return plain;
        }
        return vectors.adaptedScores(adapter.get(), asked.vector())
                .map(scores -> plain.with(scores, asked.trust()))
                .orElse(plain);
    }

    /** Cosines of all clips with a sound that this pack heard. */
    Cosines similarTo(ModelPack pack, Embedding sound) throws EncoderFailure {
        ClipVectors vectors = vectors(pack);
        Rows rows = vectors.upToDate();
        return Cosines.of(
                vectors, rows, vectors.acousticScores(sound.acoustic()), sound.joint(), vectors.hasOneSpace());
    }

    /** Cosines of all clips with one of them; none while it has no embedding. */
    Cosines similarTo(ModelPack pack, ClipId clip) throws EncoderFailure {
        Optional<Embedding> sound = embeddings.find(clip, pack.id());
        return sound.isPresent() ? similarTo(pack, sound.get()) : Cosines.none(vectors(pack));
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

    /**
     * The cosine of each row with one query.
     *
     * @param clips those of the clips as wholes
     * @param moments those that count, and the moments behind them
     * @param adapted those by the library's own names; empty where they take no part
     * @param strengths what the sounds are ranked by
     */
    record Cosines(ClipVectors vectors, Rows rows, float[] clips, Moments moments, float[] adapted, float[] strengths) {

        private static final float[] NO_NAMES = {};

        /** Without the library's own names. */
        private Cosines(ClipVectors vectors, Rows rows, float[] clips, Moments moments) {
            this(vectors, rows, clips, moments, NO_NAMES, moments.cosines());
        }

        /** The same with what the library's own names say. */
        private Cosines with(float[] adapted, double trust) {
            return new Cosines(
                    vectors,
                    rows,
                    clips,
                    moments,
                    adapted,
                    AdaptedRanking.fuse(moments.cosines(), clips, adapted, trust));
        }

        /**
         * @param joint the query in the joint space
         * @param ranked whether moments count, rather than only being named
         */
        private static Cosines of(ClipVectors vectors, Rows rows, float[] clips, float[] joint, boolean ranked)
                throws EncoderFailure {
            float[] windows = rows.windows().count() == 0 ? new float[0] : vectors.windowScores(joint);
            return new Cosines(vectors, rows, clips, Moments.of(clips, windows, rows.windows(), ranked));
        }

        private static Cosines none(ClipVectors vectors) {
            return new Cosines(vectors, Rows.NONE, new float[0], new Moments(new float[0], new int[0]));
        }

        List<SoundHit> best(int limit, Passing passing) {
            List<SoundHit> hits = new ArrayList<>();
            for (int row : TopRows.of(strengths, limit, row -> row < rows.count() && passing.has(rows.clipOf()[row]))) {
                hits.add(hit(new ClipId(rows.clipOf()[row]), row));
            }
            return hits;
        }

        Optional<SoundHit> of(ClipId clip) {
            int row = vectors.rowOf(clip);
            return row < 0 || row >= Math.min(clips.length, rows.count())
                    ? Optional.empty()
                    : Optional.of(hit(clip, row));
        }

        private SoundHit hit(ClipId clip, int row) {
            return new SoundHit(
                    clip,
                    moments.cosines()[row],
                    strengths[row],
                    row < adapted.length ? OptionalDouble.of(adapted[row]) : OptionalDouble.empty(),
                    momentOf(row));
        }

        private Optional<Moment> momentOf(int row) {
            int window = moments.windowOf()[row];
            return window < 0 ? Optional.empty() : Optional.of(rows.windows().moment(window));
        }

        CosineSpread spread() {
            return CosineSpread.of(adapted.length == 0 ? clips : strengths);
        }

        Optional<String> notice() {
            return vectors.isLoaded() ? Optional.empty() : Optional.of(STILL_LOADING);
        }
    }
}
