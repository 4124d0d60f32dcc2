package app.earmark.library;

import java.util.Collection;
import java.util.List;

/** Finds clips by the words in their name, path, tags and metadata. */
public interface KeywordIndex {

    /**
     * Clips that hold at least one word of the query, best first. A word matches the start of a word, and, from three
     * letters on, any part of one (in a query of more than two words: if it starts none).
     *
     * @param limit most hits wanted
     */
    List<KeywordHit> search(String query, ClipFilter filter, int limit);

    /** Those of these clips that hold at least one word of the query, best first. */
    default List<KeywordHit> among(String query, Collection<ClipId> clips) {
        return search(query, ClipFilter.ALL, Integer.MAX_VALUE).stream()
                .filter(hit -> clips.contains(hit.clip()))
                .toList();
    }

    /** How many clips {@link #search} would find without a limit. */
    default long count(String query, ClipFilter filter) {
        return search(query, filter, Integer.MAX_VALUE).size();
    }

    /**
     * @param score from 0 to 1: how much of the query was found, and how well; 1 for a clip whose name is the query
     * @param matchedWords the words of the query that were found in this clip
     */
    record KeywordHit(ClipId clip, double score, List<String> matchedWords) {}
}
