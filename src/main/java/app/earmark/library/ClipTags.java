package app.earmark.library;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

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

    /** One claim for each label, by whom it is said most strongly. */
    List<TagClaim> claims() {
        return Stream.of(
                        tags.stream()
                                .map(tag ->
                                        new TagClaim(tag.label(), tag.source(), tag.score(), tag.probability(), true)),
                        guesses.stream()
                                .map(guess -> new TagClaim(
                                        guess.label(),
                                        TagSource.MODEL,
                                        OptionalDouble.of(guess.score()),
                                        guess.probability(),
                                        false)),
                        rejected.stream()
                                .map(label -> new TagClaim(label, TagSource.PERSON, OptionalDouble.empty(), false)))
                .flatMap(claims -> claims)
                .toList();
    }
}
