package app.earmark.ucs;

import java.util.Optional;

/**
 * A file name read as {@code CatID(-UserCategory)_(VendorCategory-)FXName_CreatorID_SourceID(_UserData)}. Text fields are
 * empty where the name has nothing, and carry no space at either end.
 *
 * @param entry the line of the list that the first block names; absent if it names none
 * @param catId the first block up to its first hyphen, as written; empty if the name is no UCS name at all
 * @param userCategory what follows the first hyphen of the first block
 * @param fxName what the sound is; the whole second block, vendor part included, as the official convention has it. Of a
 *     name that is no UCS name, everything but the extension
 * @param creatorId abbreviation of whoever recorded it
 * @param sourceId abbreviation of the library or show; the customary {@code NONE} is read as empty
 * @param userData free; the only field that may hold underscores
 */
public record UcsName(
        Optional<UcsEntry> entry,
        String catId,
        String userCategory,
        String fxName,
        String creatorId,
        String sourceId,
        String userData) {

    /** How much of a name was understood. */
    public enum Recognition {
        /** The first block is a CatID of the list. */
        CAT_ID,
        /** The blocks are those of a UCS name, but the first one is in no list. */
        LAYOUT,
        /** Not a UCS name. */
        NOTHING
    }

    /** Written for an empty SourceID that has something behind it. */
    static final String NO_SOURCE = "NONE";

    /**
     * Strips every field.
     *
     * @throws IllegalArgumentException if a field other than UserData (and the FXName of a name that is no UCS name) holds
     *     an underscore, or the first block a hyphen where it can't
     */
    public UcsName {
        catId = catId.strip();
        userCategory = userCategory.strip();
        fxName = fxName.strip();
        creatorId = creatorId.strip();
        sourceId = NO_SOURCE.equals(sourceId.strip()) ? "" : sourceId.strip();
        userData = userData.strip();
        if (entry.isPresent() && !entry.get().catId().equals(catId)) {
            throw new IllegalArgumentException(catId + " is not " + entry.get().catId());
        }
        if (catId.contains("-")) {
            throw new IllegalArgumentException("a CatID holds no hyphen: " + catId);
        }
        if (!catId.isEmpty()) {
            refuseUnderscore(catId, userCategory, fxName, creatorId, sourceId);
        }
    }

    /** A name under construction: only the CatID, which is all a UCS name must have. */
    public static UcsName of(UcsEntry entry) {
        return new UcsName(Optional.of(entry), entry.catId(), "", "", "", "", "");
    }

    /** A name that is no UCS name. */
    static UcsName unrecognised(String stem) {
        return new UcsName(Optional.empty(), "", "", stem, "", "", "");
    }

    public UcsName withUserCategory(String text) {
        return new UcsName(entry, catId, text, fxName, creatorId, sourceId, userData);
    }

    public UcsName withFxName(String text) {
        return new UcsName(entry, catId, userCategory, text, creatorId, sourceId, userData);
    }

    public UcsName withCreatorId(String text) {
        return new UcsName(entry, catId, userCategory, fxName, text, sourceId, userData);
    }

    public UcsName withSourceId(String text) {
        return new UcsName(entry, catId, userCategory, fxName, creatorId, text, userData);
    }

    public UcsName withUserData(String text) {
        return new UcsName(entry, catId, userCategory, fxName, creatorId, sourceId, text);
    }

    /** The part of FXName before its first hyphen; empty if there is none. */
    public String vendorCategory() {
        int hyphen = fxName.indexOf('-');
        return catId.isEmpty() || hyphen < 0 ? "" : fxName.substring(0, hyphen).strip();
    }

    public Recognition recognition() {
        if (entry.isPresent()) {
            return Recognition.CAT_ID;
        }
        return catId.isEmpty() ? Recognition.NOTHING : Recognition.LAYOUT;
    }

    private static void refuseUnderscore(String... fields) {
        for (String field : fields) {
            if (field.indexOf('_') >= 0) {
                throw new IllegalArgumentException("only UserData may hold an underscore: " + field);
            }
        }
    }
}
