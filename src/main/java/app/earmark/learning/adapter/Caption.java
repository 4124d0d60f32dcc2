package app.earmark.learning.adapter;

import java.util.List;

/**
 * What a library says about some of its clips.
 *
 * @param words of the name, description, category and tags, each once
 * @param meaning unit-length vector of these words by the pack's text model, shape [meaning dimension]; empty where the text
 *     model has not read it
 */
public record Caption(List<String> words, float[] meaning) {

    public Caption {
        words = List.copyOf(words);
    }

    /** One of which the words are known, and not what they mean together. */
    public static Caption unread(List<String> words) {
        return new Caption(words, new float[0]);
    }

    boolean isRead() {
        return meaning.length > 0;
    }
}
