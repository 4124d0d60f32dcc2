package app.earmark.search;

import app.earmark.library.ClipId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A clip that was found, and why.
 *
 * @param score fused rank score, higher is better; comparable within one result only
 * @param similarity what the sound counts with: the cosine of the clip's and the query's vectors or, where a moment stands
 *     out, that of the moment less what the best of so many moments has by chance; absent when the clip was not listened
 *     to yet
 * @param nameLikeness the cosine of the clip's and the query's vectors as the library's own names have them ({@link
 *     AdapterSource}), which counts as well; absent where they take no part
 * @param matchedWords words of the query found in the clip's name, path, tags or metadata
 * @param moment the part that matches best, of a clip that was listened to in several parts
 */
public record SearchHit(
        ClipId clip,
        double score,
        OptionalDouble similarity,
        OptionalDouble nameLikeness,
        List<String> matchedWords,
        Optional<Moment> moment) {

    /** A clip to whose place the library's own names add nothing. */
    public SearchHit(
            ClipId clip, double score, OptionalDouble similarity, List<String> matchedWords, Optional<Moment> moment) {
        this(clip, score, similarity, OptionalDouble.empty(), matchedWords, moment);
    }

    /** A clip without parts. */
    public SearchHit(ClipId clip, double score, OptionalDouble similarity, List<String> matchedWords) {
        this(clip, score, similarity, matchedWords, Optional.empty());
    }

    /** Where in the clip the best match begins. */
    public OptionalDouble startSeconds() {
        return moment.isPresent() ? OptionalDouble.of(moment.get().startSeconds()) : OptionalDouble.empty();
    }
}
