package app.earmark.learning.adapter;

import java.util.Set;

/**
 * A name of the library, asked for as a person would.
 *
 * @param words of the name
 * @param joint its unit-length vector in the pack's joint space
 * @param meaning its unit-length vector by the pack's text model
 */
public record NameQuery(Set<String> words, float[] joint, float[] meaning) {

    public NameQuery {
        words = Set.copyOf(words);
    }
}
