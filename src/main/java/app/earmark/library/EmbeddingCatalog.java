package app.earmark.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored embeddings, for the search index. */
public interface EmbeddingCatalog {

    Optional<Embedding> find(ClipId clip, PackId pack);

    /** Embeddings of these clips by one pack; clips without one have no entry. */
    Map<ClipId, Embedding> findAll(Collection<ClipId> clips, PackId pack);

    long count(PackId pack);

    /**
     * Clips that a pack has vectors of: all, or of more than {@code most} an arbitrary choice from all over the catalogue,
     * which is the same each time as long as the catalogue is. In no particular order; memory goes by {@code most}.
     */
    List<ClipId> some(PackId pack, int most);

    /** How many clips each pack has listened to and made vectors of. */
    Map<PackId, Coverage> coverage();

    /**
     * How much of the catalogue a pack has vectors of.
     *
     * @param clips clips with an embedding
     * @param reachable those of them whose file is there to be listened to again
     */
    record Coverage(long clips, long reachable) {

        public static final Coverage NONE = new Coverage(0, 0);
    }

    /**
     * Hands over all embeddings of a pack written after {@code version}, oldest first, so that an index in memory can
     * follow the catalogue. A clip listened to again comes again.
     *
     * @param version 0, or what an earlier call returned
     * @return the version to pass next time
     */
    long readSince(PackId pack, long version, Sink sink);

    /** Receives embeddings one at a time; the arrays may be kept. */
    @FunctionalInterface
    interface Sink {
        void accept(ClipId clip, Embedding embedding);

        /** The clip has no embedding of this pack any more; called before the embeddings of the same reading. */
        default void removed(ClipId clip) {}
    }
}
