package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.MatrixScorer;
import app.earmark.embed.PackDescription;
import app.earmark.learning.adapter.NameAdapter;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All embeddings of one pack in memory, following the catalogue. While one thread loads, others search what is there.
 */
final class ClipVectors implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClipVectors.class);
    private static final long NOBODY = -1;
    private static final long FIRST_LOAD_WAIT_MILLIS = 1500;

    private final EmbeddingCatalog catalog;
    private final PackId pack;
    private final Map<ClipId, Integer> rowOf = new ConcurrentHashMap<>();
    private final Deque<Integer> freeRows = new ArrayDeque<>();
    private final ReentrantLock loading = new ReentrantLock();
    private final ScorerFactory factory;
    private final MatrixScorer joint;
    private final MatrixScorer acoustic;
    private final ClipWindows windows;
    private long[] clipOf = new long[1024];
    private int rows;
    private long version;
    /** The pack has one space for text and sound, so one table holds all. */
    private volatile boolean oneSpace;

    /** A library of misfits would fill the log. */
    private boolean misfitReported;

    private volatile boolean loadedOnce;
    private volatile AdaptedVectors adapted;
    /** The one before, which a search may still be at. */
    private AdaptedVectors retired;

    private volatile Rows published;

    /** @throws EncoderFailure if vectors can't be compared on this machine */
    ClipVectors(EmbeddingCatalog catalog, PackDescription pack, ScorerFactory factory) throws EncoderFailure {
        this.catalog = catalog;
        this.pack = pack.packId();
        this.factory = factory;
        this.joint = factory.forDimension(pack.jointDimension());
        this.acoustic = factory.forDimension(pack.acousticDimension());
        this.windows = new ClipWindows(factory.forWindows(pack.jointDimension()), ClipWindows.MOST);
    }

    /**
     * What can be searched at one moment.
     *
     * @param clipOf clip id of each row, negative for a row that is nobody's
     */
    record Rows(long[] clipOf, ClipWindows.Rows windows) {

        static final Rows NONE = new Rows(new long[0], ClipWindows.Rows.NONE);

        int count() {
            return clipOf.length;
        }
    }

    /** Cosines of the rows with a vector of the joint space; rows added since may follow. */
    float[] jointScores(float[] query) throws EncoderFailure {
        return joint.scores(query);
    }

    /** Cosines of the rows with a vector of the acoustic space; rows added since may follow. */
    float[] acousticScores(float[] query) throws EncoderFailure {
        return oneSpace ? joint.scores(query) : acoustic.scores(query);
    }

    /** Cosines of the windows with a vector of the joint space; windows added since may follow. */
    float[] windowScores(float[] query) throws EncoderFailure {
        return windows.scores(query);
    }

    /**
     * Cosines of the rows, as an adapter sees them, with a vector of its space; rows added since may follow. None while
     * another thread loads.
     */
    Optional<float[]> adaptedScores(NameAdapter adapter, float[] query) throws EncoderFailure {
        AdaptedVectors there = adapted;
        if (there == null || !there.isOf(adapter)) {
            there = adapt(adapter);
        }
        return there == null ? Optional.empty() : Optional.of(there.scores(query));
    }

    private AdaptedVectors adapt(NameAdapter adapter) throws EncoderFailure {
        if (adapter.acousticDimension() != acoustic.dimension() || !tryLoading()) {
            return null;
        }
        try {
            if (adapted == null || !adapted.isOf(adapter)) {
                AdaptedVectors made = AdaptedVectors.of(adapter, oneSpace ? joint : acoustic, factory);
                retire(adapted);
                adapted = made;
            }
            return adapted;
        } finally {
            loading.unlock();
        }
    }

    /** Gives the adapted vectors back; a search that is at it still has them. */
    void dropAdapted() {
        if (adapted != null && tryLoading()) {
            try {
                retire(adapted);
                adapted = null;
            } finally {
                loading.unlock();
            }
        }
    }

    private void retire(AdaptedVectors replaced) {
        if (retired != null) {
            retired.close();
        }
        retired = replaced;
    }

    /** Whether a vector of the acoustic space can be compared with windows, too. */
    boolean hasOneSpace() {
        return oneSpace;
    }

    @Override
    public void close() {
        joint.close();
        acoustic.close();
        windows.close();
        retire(adapted);
        retire(null);
    }

    PackId pack() {
        return pack;
    }

    /** Reads what the catalogue has new; if somebody else is at it, waits for the first load only, and not for long. */
    Rows upToDate() {
        if (tryLoading()) {
            try {
                load();
            } finally {
                loading.unlock();
            }
        }
        Rows rowsNow = published;
        return rowsNow == null ? Rows.NONE : rowsNow;
    }

    boolean isLoaded() {
        return loadedOnce;
    }

    /** Row of the clip, or −1. */
    int rowOf(ClipId clip) {
        return rowOf.getOrDefault(clip, -1);
    }

    private boolean tryLoading() {
        try {
            return loading.tryLock() || !loadedOnce && loading.tryLock(FIRST_LOAD_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void load() {
        long before = version;
        version = catalog.readSince(pack, version, new EmbeddingCatalog.Sink() {
            @Override
            public void accept(ClipId clip, Embedding embedding) {
                put(clip, embedding);
            }

            @Override
            public void removed(ClipId clip) {
                remove(clip);
            }
        });
        loadedOnce = true;
        if (version != before || published == null) {
            publish();
        }
    }

    private void put(ClipId clip, Embedding embedding) {
        if (embedding.joint().length != joint.dimension()
                || embedding.acoustic().length != acoustic.dimension()
                || !isFinite(embedding.joint())
                || !isFinite(embedding.acoustic())
                || !windows.fits(embedding.windows())) {
            if (!misfitReported) {
                LOG.warn(
                        "The embedding of {}, perhaps of others too, does not fit pack {}; it is left out.",
                        clip,
                        pack);
                misfitReported = true;
            }
            return;
        }
        if (rows == 0) {
            oneSpace = embedding.acoustic() == embedding.joint();
        }
        Integer known = rowOf.get(clip);
        int row = known != null ? known : freeRows.isEmpty() ? rows++ : freeRows.pop();
        if (row == clipOf.length) {
            clipOf = Arrays.copyOf(clipOf, clipOf.length * 2);
        }
        joint.put(row, embedding.joint());
        if (!oneSpace) {
            acoustic.put(row, embedding.acoustic());
        }
        windows.put(row, embedding.windows());
        if (adapted != null) {
            adapted.put(row, embedding.acoustic());
        }
        clipOf[row] = clip.value();
        rowOf.put(clip, row);
        if (known == null && rows % 16_384 == 0) {
            publish();
        }
    }

    private void remove(ClipId clip) {
        Integer row = rowOf.remove(clip);
        if (row != null) {
            clipOf[row] = NOBODY;
            windows.remove(row);
            freeRows.push(row);
        }
    }

    private void publish() {
        published = new Rows(Arrays.copyOf(clipOf, rows), windows.rows());
    }

    static boolean isFinite(float[] vector) {
        float sum = 0;
        for (float v : vector) {
            sum += v * 0;
        }
        return sum == 0;
    }
}
