package app.earmark.learning.adapter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each word of a library's names says: ln((1 + names) / (1 + names that hold it)), the inverse document
 * frequency.
 *
 * @param indexOf place of each known word, from 0
 * @param weights by place
 * @param unknown weight of a word that no name holds
 */
record WordWeights(Map<String, Integer> indexOf, float[] weights, float unknown) {

    /** More words add memory, and names that hold one of these have others, too. */
    static final int MOST_WORDS = 3000;

    /** @param names the words of each name, each once */
    static WordWeights of(Collection<? extends Collection<String>> names) {
        Map<String, Integer> counts = new HashMap<>();
        names.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
        List<Map.Entry<String, Integer>> known = new ArrayList<>(counts.entrySet());
        known.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        int size = Math.min(MOST_WORDS, known.size());
        Map<String, Integer> indexOf = new LinkedHashMap<>();
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            indexOf.put(known.get(i).getKey(), i);
            weights[i] =
                    (float) Math.log((1.0 + names.size()) / (1.0 + known.get(i).getValue()));
        }
        return new WordWeights(indexOf, weights, (float) Math.log(1.0 + names.size()));
    }

    int size() {
        return weights.length;
    }

    /**
     * The known ones of these words, by place, scaled so that all of them, known or not, would be of unit length: a text
     * of strange words is a short vector.
     */
    Map<Integer, Float> bag(Collection<String> words) {
        double squares = 0;
        Map<Integer, Float> bag = new LinkedHashMap<>();
        for (String word : words) {
            Integer index = indexOf.get(word);
            float weight = index == null ? unknown : weights[index];
            squares += (double) weight * weight;
            if (index != null) {
                bag.put(index, weight);
            }
        }
        float factor = (float) (1 / Math.max(Math.sqrt(squares), 1e-12));
        bag.replaceAll((index, weight) -> weight * factor);
        return bag;
    }
}
