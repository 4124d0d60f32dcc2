package app.earmark.teaching;

import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.lang.ref.SoftReference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The vectors of all clips by one pack, following the catalogue. They are given back when memory runs short, and read
 * again when next asked for. Not thread-safe.
 */
final class LibraryVectors {

    private final EmbeddingCatalog catalog;
    private SoftReference<Held> held = new SoftReference<>(null);

    LibraryVectors(EmbeddingCatalog catalog) {
        this.catalog = catalog;
    }

    private static final class Held {
        final PackId pack;
        final Map<ClipId, Embedding> vectors = new LinkedHashMap<>();
        long version;

        Held(PackId pack) {
            this.pack = pack;
        }
    }

    /** All there are now, without their windows. Valid until the next call. */
    Map<ClipId, Embedding> of(PackId pack, Progress progress) throws CancelledWork {
        Held now = held.get();
        if (now == null || !now.pack.equals(pack)) {
            progress.phase("Reading vectors", catalog.count(pack));
            now = new Held(pack);
        }
        follow(now, progress);
        held = new SoftReference<>(now);
        return now.vectors;
    }

    /** Brings the map of the last call up to date; returns the clips that were listened to since. */
    Set<ClipId> changed(PackId pack) throws CancelledWork {
        Held now = held.get();
        if (now == null || !now.pack.equals(pack)) {
            return Set.of();
        }
        return follow(now, Progress.NONE);
    }

    private Set<ClipId> follow(Held now, Progress progress) throws CancelledWork {
        progress.throwIfCancelled();
        Set<ClipId> changed = new HashSet<>();
        now.version = catalog.readSince(now.pack, now.version, new EmbeddingCatalog.Sink() {
            @Override
            public void accept(ClipId clip, Embedding embedding) {
                if (isFinite(embedding.acoustic()) && isFinite(embedding.joint())) {
                    now.vectors.put(
                            clip, new Embedding(embedding.pack(), embedding.joint(), embedding.acoustic(), List.of()));
                    changed.add(clip);
                }
                progress.advanced(now.vectors.size(), 0);
            }

            @Override
            public void removed(ClipId clip) {
                now.vectors.remove(clip);
            }
        });
        progress.throwIfCancelled();
        return changed;
    }

    private static boolean isFinite(float[] vector) {
        float sum = 0;
        for (float v : vector) {
            sum += v * 0;
        }
        return sum == 0;
    }
}
