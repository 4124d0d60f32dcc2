package app.earmark.library;

import java.util.Optional;

/** Stored embeddings, for the search index. */
public interface EmbeddingCatalog {

    Optional<Embedding> find(ClipId clip, PackId pack);

    long count(PackId pack);

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
