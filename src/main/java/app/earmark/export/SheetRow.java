package app.earmark.export;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import java.util.Optional;

/**
 * Everything a sheet may say about one clip.
 *
 * @param ownFields those of the fields that are the person's own
 * @param contentHash empty where none is known
 */
record SheetRow(
        Clip clip, ClipFields fields, ClipTags tags, Optional<PackId> pack, ClipFields ownFields, String contentHash) {

    SheetRow(Clip clip, ClipFields fields, ClipTags tags, Optional<PackId> pack) {
        this(clip, fields, tags, pack, ClipFields.NONE, "");
    }

    /** The CatID that holds with the highest precedence; a CatID is the only label that has a name of its own. */
    Optional<Tag> category() {
        return tags.tags().stream()
                .filter(tag -> !tag.name().equals(tag.label()))
                .findFirst();
    }

    /** Whether a person said that the CatID in the file or its name is wrong. */
    boolean writtenCategoryRejected() {
        return tags.rejected().contains(fields.get("CatID"));
    }
}
