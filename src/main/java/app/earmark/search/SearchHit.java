package app.earmark.search;

import app.earmark.library.ClipId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A clip that was found, and why.
 *
 * @param score fused rank score, higher is better; comparable within one result only
 * @param similarity cosine of the clip's and the query's vectors, absent when the clip was not listened to yet
 * @param matchedWords words of the query found in the clip's name, path, tags or metadata
 * @param startSeconds where in the clip the best match begins, for packs that know
 */
public record SearchHit(
        ClipId clip, double score, OptionalDouble similarity, List<String> matchedWords, OptionalDouble startSeconds) {}
