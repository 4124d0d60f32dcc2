package app.earmark.importing;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.library.TagPrecedence;
import java.util.Optional;

/** What the catalogue says about a clip before the import. */
record ClipNow(Clip clip, ClipFields fields, ClipFields ownFields, ClipTags tags) {

    /** The tag that gives the category; a CatID is the only label with a name of its own. */
    Optional<Tag> category() {
        return tags.tags().stream()
                .filter(tag -> !tag.name().equals(tag.label()))
                .findFirst();
    }

    Optional<Tag> tag(String label) {
        String key = TagPrecedence.keyOf(label);
        return tags.tags().stream()
                .filter(tag -> TagPrecedence.keyOf(tag.label()).equals(key))
                .findFirst();
    }

    boolean rejects(String label) {
        String key = TagPrecedence.keyOf(label);
        return tags.rejected().stream()
                .anyMatch(rejected -> TagPrecedence.keyOf(rejected).equals(key));
    }

    /** Who says so now, in a word. */
    String saidOf(String label) {
        return rejects(label)
                ? "rejected"
                : tag(label).map(tag -> tag.source().code()).orElse("");
    }
}
