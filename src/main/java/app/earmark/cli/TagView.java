package app.earmark.cli;

import app.earmark.library.Tag;
import java.util.List;

/** A tag as JSON has it; {@code score} may be null. */
record TagView(String label, String name, Double score, String source) {

    static List<TagView> of(List<Tag> tags) {
        return tags.stream()
                .map(tag -> new TagView(
                        tag.label(),
                        tag.name(),
                        tag.score().isPresent() ? tag.score().getAsDouble() : null,
                        tag.source().code()))
                .toList();
    }
}
