package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a clip's words fit a query, from 0 to 1: the share of the query's words found, each weighted by its rarity
 * (inverse document frequency), by where it was found (name before tags before fields before path) and by how (whole word,
 * beginning, other form, inside another word). A name that holds the whole query in its order gets what is left to 1.
 */
final class KeywordScore {

    /** Of name, tags, fields and path. */
    static final List<Double> COLUMN_WEIGHTS = List.of(1.0, 0.85, 0.7, 0.5);

    private static final double WHOLE = 1.0;
    private static final double BEGINNING = 0.85;
    private static final double OTHER_FORM = 0.75;
    private static final double INSIDE = 0.5;
    private static final double WORDS_SHARE = 0.9;

    private final KeywordQuery query;
    private final double[] rarity;
    private final double totalRarity;

    /** @param rarity inverse document frequency of each word of the query, positive */
    KeywordScore(KeywordQuery query, double[] rarity) {
        this.query = query;
        this.rarity = rarity.clone();
        double sum = 0;
        for (double r : rarity) {
            sum += r;
        }
        totalRarity = sum;
    }

    /** Null if no word of the query is there. @param columns name, tags, fields and path, folded */
    KeywordHit hit(ClipId clip, String... columns) {
        String[] padded = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            padded[i] = " " + columns[i] + " ";
        }
        List<String> matched = new ArrayList<>();
        double sum = 0;
        for (int w = 0; w < query.words().size(); w++) {
            double best = 0;
            for (int i = 0; i < padded.length; i++) {
                best = Math.max(best, COLUMN_WEIGHTS.get(i) * fit(query.words().get(w), padded[i]));
            }
            if (best > 0) {
                matched.add(query.words().get(w).typed());
                sum += best * rarity[w];
            }
        }
        if (matched.isEmpty()) {
            return null;
        }
        double phrase = phraseFit(padded[0], columns[0]);
        return new KeywordHit(clip, WORDS_SHARE * sum / totalRarity + (1 - WORDS_SHARE) * phrase, matched);
    }

    /** 1 for the name itself, less for a name that holds more than the query. */
    private double phraseFit(String padded, String name) {
        if (query.phrase().isEmpty() || !padded.contains(" " + query.phrase() + " ")) {
            return 0;
        }
        return 0.5 + 0.5 * query.phrase().length() / name.length();
    }

    private static double fit(KeywordQuery.Word word, String padded) {
        if (padded.contains(" " + word.folded() + " ")) {
            return WHOLE;
        }
        if (padded.contains(" " + word.folded())) {
            return BEGINNING;
        }
        if (padded.contains(" " + word.stem())) {
            return OTHER_FORM;
        }
        boolean longEnough = word.folded().codePointCount(0, word.folded().length()) >= KeywordQuery.SHORTEST_PART;
        return longEnough && padded.contains(word.folded()) ? INSIDE : 0;
    }
}
