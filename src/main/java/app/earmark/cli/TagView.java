package app.earmark.cli;

import app.earmark.library.Tag;
import java.util.List;
import java.util.OptionalDouble;

/** A tag as JSON has it; {@code score} may be null, a missing {@code probability} is left out. */
record TagView(String label, String name, Double score, OptionalDouble probability, String source) {

    static List<TagView> of(List<Tag> tags) {
        return tags.stream()
                .map(tag -> new TagView(
                        tag.label(),
                        tag.name(),
                        tag.score().isPresent() ? tag.score().getAsDouble() : null,
                        tag.probability(),
                        tag.source().code()))
                .toList();
    }
}
