package app.earmark.library;

import java.util.Optional;

/**
 * A person's word about one label of one clip.
 *
 * @param verdict empty to take back what the person said before
 */
public record TagChange(ClipId clip, String label, Optional<TagVerdict> verdict) {

    public TagChange {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A label needs at least one letter.");
        }
    }
}
