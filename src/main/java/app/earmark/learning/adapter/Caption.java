package app.earmark.learning.adapter;

import java.util.List;

/**
 * What a library says about some of its clips.
 *
 * @param words of the name, description, category and tags, each once
 * @param meaning unit-length vector of these words by the pack's text model, shape [meaning dimension]
 */
public record Caption(List<String> words, float[] meaning) {

    public Caption {
        words = List.copyOf(words);
    }
}
