package app.earmark.metadata;

import app.earmark.library.ClipFields;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsName;
import app.earmark.ucs.UcsNameParser;
import app.earmark.ucs.UcsTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a UCS file name says. A name whose first block is in no list yields its fields but claims nothing. */
final class UcsNameFields {

    private final UcsNameParser parser;

    UcsNameFields(UcsTable table) {
        this.parser = new UcsNameParser(table);
    }

    ClipText read(String fileName) {
        UcsName name = parser.parse(fileName);
        if (name.recognition() == UcsName.Recognition.NOTHING) {
            return ClipText.NONE;
        }
        Map<String, String> fields =
                new HashMap<>(name.entry().map(CategoryFields::of).orElse(Map.of("CatID", name.catId())));
        fields.put("FXName", name.fxName());
        fields.put("UserCategory", name.userCategory());
        fields.put("VendorCategory", name.vendorCategory());
        fields.put("CreatorID", name.creatorId());
        fields.put("SourceID", name.sourceId());
        fields.put("UserData", name.userData());
        fields.values().removeIf(String::isBlank);
        List<TagClaim> claims = name
                .entry()
                .map(entry -> new TagClaim(entry.catId(), TagSource.NAME, OptionalDouble.empty(), true))
                .stream()
                .toList();
        return new ClipText(new ClipFields(fields), claims);
    }
}
