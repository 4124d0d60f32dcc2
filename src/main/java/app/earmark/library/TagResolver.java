package app.earmark.library;

import java.util.Collection;
import java.util.Optional;

/**
 * Turns what the sources say about one clip into its tags, by precedence. Pure and thread-safe: the catalogue calls it
 * whenever a claim or a person's word changes, so that no stored tag is ever older than what it rests on.
 */
public interface TagResolver {

    /**
     * @param claims everything any source says about the clip, in any order; what a person said are claims of {@link
     *     TagSource#PERSON}, asserted for {@link TagVerdict#HOLDS}, not asserted for {@link TagVerdict#REJECTED}
     */
    ClipTags resolve(Collection<TagClaim> claims);

    /** The UCS Category of a label, such as {@code DOORS} for {@code DOORCreak}; absent for a person's own labels. */
    Optional<String> categoryOf(String label);

    /** The label for people, such as {@code DOORS-CREAK}; the label itself for a person's own. */
    String nameOf(String label);
}
