package app.earmark.export;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import java.util.Optional;

/** Everything a sheet may say about one clip. */
record SheetRow(Clip clip, ClipFields fields, ClipTags tags, Optional<PackId> pack) {

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
