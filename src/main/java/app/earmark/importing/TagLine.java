package app.earmark.importing;

import app.earmark.library.TagPrecedence;
import app.earmark.library.TagVerdict;
import java.util.Optional;

/**
 * What would become of one label of a clip.
 *
 * @param before who says so now: {@code person}, {@code file}, {@code name}, {@code model}, {@code rejected}, or nothing
 * @param verdict the person's word from then on; empty where it is taken back
 */
public record TagLine(String label, String before, Optional<TagVerdict> verdict) {

    boolean isOf(String other) {
        return TagPrecedence.keyOf(label).equals(TagPrecedence.keyOf(other));
    }
}
