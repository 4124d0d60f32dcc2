package app.earmark.store;

import app.earmark.store.KeywordQuery.Word;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the clips that {@link KeywordScore} will like best, by where they hold which of a few rare words, without looking at
 * their text. Clips that hold the same are in the order of BM25, which prefers short names and repetition.
 */
final class RareWords {

    private final List<Word> words;
    private final double[] rarity;
    private final WordSets sets;

    /** @param rarity inverse document frequency of each of the words */
    RareWords(List<Word> words, double[] rarity, WordSets sets) {
        this.words = words;
        this.rarity = rarity;
        this.sets = sets;
    }

    /** Best first. @param allowed clips that pass the filter; null if all do */
    IntStream best(int wanted, BitSet allowed) throws SQLException {
        int[] ranked = sets.ranked(WordSets.anyOf(words));
        BitSet holding = sets.tagged(words);
        Arrays.stream(ranked).forEach(holding::set);
        if (allowed != null) {
            holding.and(allowed);
        }
        int[] clips = holding.stream().toArray();
        double[] scores = scores(clips);
        int[] places = new int[clips.length];
        Arrays.fill(places, ranked.length);
        for (int place = 0; place < ranked.length; place++) {
            int clip = Arrays.binarySearch(clips, ranked[place]);
            if (clip >= 0) {
                places[clip] = place;
            }
        }
        return IntStream.range(0, clips.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(clip -> -scores[clip])
                        .thenComparingInt(clip -> places[clip]))
                .limit(wanted)
                .mapToInt(clip -> clips[clip]);
    }

    private double[] scores(int[] clips) throws SQLException {
        double[] scores = new double[clips.length];
        for (int word = 0; word < rarity.length; word++) {
            BitSet found = new BitSet();
            List<BitSet> columns = sets.columns(words.get(word));
            for (int column = 0; column < columns.size(); column++) {
                double score = KeywordScore.COLUMN_WEIGHTS.get(column) * rarity[word];
                BitSet here = columns.get(column);
                here.andNot(found);
                found.or(here);
                here.stream()
                        .map(clip -> Arrays.binarySearch(clips, clip))
                        .filter(clip -> clip >= 0)
                        .forEach(clip -> scores[clip] += score);
            }
        }
        return scores;
    }
}
