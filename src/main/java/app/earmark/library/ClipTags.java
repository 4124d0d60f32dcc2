package app.earmark.library;

import java.util.List;
import java.util.Optional;

/**
 * All labels of one clip.
 *
 * @param tags asserted labels, highest precedence first; empty means "no confident tag"
 * @param guesses the model's best unasserted labels, best first
 * @param rejected labels a person rejected
 */
public record ClipTags(List<Tag> tags, List<Guess> guesses, List<String> rejected) {

    public static final ClipTags NONE = new ClipTags(List.of(), List.of(), List.of());

    public ClipTags {
        tags = List.copyOf(tags);
        guesses = List.copyOf(guesses);
        rejected = List.copyOf(rejected);
    }

    /** The CatID that holds with the highest precedence; a CatID is the only label that has a name of its own. */
    public Optional<Tag> category() {
        return tags.stream().filter(tag -> !tag.name().equals(tag.label())).findFirst();
    }
}
