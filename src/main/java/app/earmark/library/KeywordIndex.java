package app.earmark.library;

import java.util.List;

/** Finds clips by the words in their name, path, tags and metadata. */
public interface KeywordIndex {

    /**
     * Clips that hold at least one word of the query, best first. A word matches the start of a word, and, from three
     * letters on, any part of one.
     *
     * @param limit most hits wanted
     */
    List<KeywordHit> search(String query, ClipFilter filter, int limit);

    /**
     * @param score higher is better; comparable within one result only
     * @param matchedWords the words of the query that were found in this clip
     */
    record KeywordHit(ClipId clip, double score, List<String> matchedWords) {}
}
