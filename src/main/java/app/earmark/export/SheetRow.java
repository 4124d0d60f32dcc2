package app.earmark.export;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.PackId;
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

    /** Whether a person said that the CatID in the file or its name is wrong. */
    boolean writtenCategoryRejected() {
        return tags.rejected().contains(fields.get("CatID"));
    }
}
