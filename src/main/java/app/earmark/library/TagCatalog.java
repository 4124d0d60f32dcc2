package app.earmark.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a person says about clips, and the labels of their own. Each call is one transaction; those that change clips are
 * one edit of the {@link EditJournal}.
 */
public interface TagCatalog {

    /** The person says that the label holds for these clips, whether or not somebody proposed it. */
    void hold(Collection<ClipId> clips, String label);

    /** The person says that the label does not hold; it is never proposed for these clips again. */
    void reject(Collection<ClipId> clips, String label);

    /** Takes back what the person said about the label, so that the other sources count again. */
    void withdraw(Collection<ClipId> clips, String label);

    /**
     * Makes one label of several, or gives one another name: what the person said about any of {@code from} is said about
     * {@code to}, and they are gone from the person's taxonomies. Where different things were said of one clip, that it
     * holds wins; a word about {@code to} itself stands. Where no taxonomy has {@code to}, it takes the first one's place,
     * with its prompts.
     */
    void merge(Collection<String> from, String to);

    /** Every word that a person said about this label. */
    Map<ClipId, TagVerdict> verdictsOn(String label);

    /** The labels that persons spoke about, most words first. */
    List<LabelEvidence> evidence();

    /** The same labels, with what a pack can learn from. */
    List<HeardEvidence> evidence(PackId pack);

    /** Labels beyond the CatIDs that the person uses, by name. */
    List<OwnLabel> ownLabels();

    /** Adds or replaces a label of the person's own. */
    void saveOwnLabel(OwnLabel label);

    void removeOwnLabel(String label);

    /**
     * @param prompts short descriptions of how it sounds; the label itself if the person gave none
     */
    record OwnLabel(String label, List<String> prompts) {}
}
