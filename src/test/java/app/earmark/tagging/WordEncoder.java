package app.earmark.tagging;

import app.earmark.embed.TextEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text encoder over a fixed list of words: each word of a sentence adds to its own axis. Unknown words add nothing. */
final class WordEncoder implements TextEncoder {

    private final Map<String, Integer> axes = new HashMap<>();
    int calls;

    WordEncoder(String... words) {
        List.of(words).forEach(word -> axes.put(word, axes.size()));
    }

    @Override
    public float[] encode(String description) {
        calls++;
        float[] vector = new float[axes.size()];
        for (String word : description.split(" ")) {
            Integer axis = axes.get(word);
            if (axis != null) {
                vector[axis]++;
            }
        }
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        for (int i = 0; i < vector.length && squares > 0; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
