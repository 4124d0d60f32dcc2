package app.earmark.search;

import app.earmark.learning.adapter.AdaptedRanking;
import app.earmark.learning.adapter.CosineSpread;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One order from two kinds of evidence. The cosine counts by how far it stands out: its distance from the mean cosine of
 * the whole collection, in standard deviations, scaled so that the best clip has 1; where the library's own names take part,
 * so does the sum of both distances ({@link AdaptedRanking}). Words count by the square of the
 * share of the query that was found ({@link KeywordHit#score}), doubled: a clip whose name is the query (2) always comes before
 * the best sound without any of the words (1), while a stray word of a sentence (a fifth: 0.08) hardly moves a clip.
 * See docs/decisions/0004-fusing-words-and-sound.md for what this was compared with.
 */
final class Fusion {

    static final double WORDS_WEIGHT = 2.0;

    /** No sound counts for less, or the name that is the query could fall behind. */
    private static final double WORST_SOUND = -0.5;

    private Fusion() {}

    /**
     * A clip and its sound.
     *
     * @param cosine with the query
     * @param strength what the sound counts by: the cosine, or the sum with what the library's own names say
     * @param nameLikeness cosine of the adapted vectors, where they take part
     * @param moment that matches best
     */
    record SoundHit(ClipId clip, double cosine, double strength, OptionalDouble nameLikeness, Optional<Moment> moment) {

        SoundHit(ClipId clip, double cosine, Optional<Moment> moment) {
            this(clip, cosine, cosine, OptionalDouble.empty(), moment);
        }
    }

    /**
     * @param sounds clips worth considering for their sound, best first
     * @param soundOf the sound of further clips that only the words brought up
     */
    static List<SearchHit> fuse(
            List<SoundHit> sounds, List<KeywordHit> words, CosineSpread spread, SoundLookup soundOf, int limit) {
        double best = sounds.isEmpty() ? 0 : spread.standardised(sounds.get(0).strength());
        Map<ClipId, KeywordHit> wordsOf = new HashMap<>();
        words.forEach(hit -> wordsOf.put(hit.clip(), hit));
        List<SearchHit> hits = new ArrayList<>();
        for (SoundHit sound : sounds) {
            KeywordHit word = wordsOf.remove(sound.clip());
            hits.add(hit(sound.clip(), Optional.of(sound), word, spread, best));
        }
        for (KeywordHit word : words) {
            if (wordsOf.containsKey(word.clip())) {
                hits.add(hit(word.clip(), soundOf.of(word.clip()), word, spread, best));
            }
        }
        hits.sort(Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::clip));
        return hits.size() > limit ? List.copyOf(hits.subList(0, limit)) : hits;
    }

    @FunctionalInterface
    interface SoundLookup {
        Optional<SoundHit> of(ClipId clip);
    }

    private static SearchHit hit(
            ClipId clip, Optional<SoundHit> heard, KeywordHit word, CosineSpread spread, double bestStandardised) {
        double sound = heard.isPresent() && bestStandardised > 0
                ? Math.max(WORST_SOUND, spread.standardised(heard.get().strength()) / bestStandardised)
                : 0;
        double words = word == null ? 0 : WORDS_WEIGHT * word.score() * word.score();
        return new SearchHit(
                clip,
                sound + words,
                heard.isPresent() ? OptionalDouble.of(heard.get().cosine()) : OptionalDouble.empty(),
                heard.isPresent() ? heard.get().nameLikeness() : OptionalDouble.empty(),
                word == null ? List.of() : word.matchedWords(),
                heard.flatMap(SoundHit::moment));
    }
}
