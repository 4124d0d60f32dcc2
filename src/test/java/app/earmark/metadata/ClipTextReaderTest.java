package app.earmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsTable;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ClipTextReaderTest {

    private static final ClipTextReader READER = new ClipTextReader(UcsTable.load());

    @Test
    void readsAUcsNameIntoTheTradesFieldsAndClaimsItsCategory() {
        ClipText text = READER.read("DSGNDist_SUSTAIN-Bathtub Ringout_B00M_CICK.wav");

        assertThat(text.fields().values())
                .containsEntry("CatID", "DSGNDist")
                .containsEntry("Category", "DESIGNED")
                .containsEntry("SubCategory", "DISTORTION")
                .containsEntry("CategoryFull", "DESIGNED-DISTORTION")
                .containsEntry("FXName", "SUSTAIN-Bathtub Ringout")
                .containsEntry("VendorCategory", "SUSTAIN")
                .containsEntry("CreatorID", "B00M")
                .containsEntry("SourceID", "CICK")
                .doesNotContainKey("UserData");
        assertThat(text.claims()).containsExactly(claim("DSGNDist", TagSource.NAME));
    }

    @Test
    void claimsNothingFromANameThatIsNotInTheList() {
        assertThat(READER.read("DOORSqueaky_Old gate_ABC_LIB.wav").claims()).isEmpty();
        assertThat(READER.read("my door recording.wav")).isEqualTo(ClipText.NONE);
    }

    @Test
    void takesCommonTagsForTheTradesFields() {
        ClipText text = READER.read(
                "door.wav",
                Map.of(
                        "title", "Old door",
                        "comment", "A heavy wooden door",
                        "artist", "Jo Field",
                        "album", "Doors Vol. 1",
                        "ikey", "wood, creak",
                        "date", "2019-04-01",
                        "encoder", "Lavf60"));

        assertThat(text.fields().values())
                .containsOnly(
                        Map.entry("TrackTitle", "Old door"),
                        Map.entry("Description", "A heavy wooden door"),
                        Map.entry("Artist", "Jo Field"),
                        Map.entry("Designer", "Jo Field"),
                        Map.entry("Library", "Doors Vol. 1"),
                        Map.entry("Keywords", "wood, creak"),
                        Map.entry("TrackYear", "2019"));
        assertThat(text.claims()).isEmpty();
    }

    @Test
    void lettingBextDescriptionBeatAnInfoComment() {
        ClipText text = READER.read("door.wav", Map.of("description", "from bext", "comment", "from INFO"));

        assertThat(text.fields().get("Description")).isEqualTo("from bext");
    }

    @Test
    void claimsTheCategoryThatTheFileNamesByCatId() {
        ClipText text = READER.read("WINDGust_Gale_ABC_LIB.wav", Map.of("catid", "DOORCreak"));

        assertThat(text.claims())
                .containsExactly(claim("DOORCreak", TagSource.FILE), claim("WINDGust", TagSource.NAME));
        assertThat(text.fields().get("Category")).isEqualTo("DOORS");
        assertThat(text.fields().get("CategoryFull")).isEqualTo("DOORS-CREAK");
        assertThat(text.fields().get("FXName")).isEqualTo("Gale");
    }

    @Test
    void claimsTheCategoryThatTheFileNamesInWords() {
        assertThat(READER.read("a.wav", Map.of("category", "Doors", "subcategory", "Creak"))
                        .claims())
                .containsExactly(claim("DOORCreak", TagSource.FILE));
        assertThat(READER.read("a.wav", Map.of("categoryfull", "DOORS - CREAK")).claims())
                .containsExactly(claim("DOORCreak", TagSource.FILE));
    }

    @Test
    void keepsTheNamesCategoryWhereTheFileSpeaksOfAnotherSystem() {
        ClipText text = READER.read("WINDGust_Gale_ABC_LIB.wav", Map.of("category", "Ambience", "catid", "AMB_01"));

        assertThat(text.claims()).containsExactly(claim("WINDGust", TagSource.NAME));
        assertThat(text.fields().get("Category")).isEqualTo("WIND");
    }

    @Test
    void readsIxmlUserBeforeAswgBeforeTheRest() {
        String ixml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <BWFXML><PROJECT>not ours</PROJECT>
                <ASWG><catId>WINDGust</catId><library>ASWG library</library><micType>ASWG mic</micType></ASWG>
                <USER><CatID>DOORCreak</CatID><LIBRARY>User &amp; Co</LIBRARY><FXNAME>Gate <b>x</b></FXNAME></USER>
                </BWFXML>""";

        ClipText text = READER.read("a.wav", Map.of("ixml", ixml, "album", "from INFO"));

        assertThat(text.claims()).containsExactly(claim("DOORCreak", TagSource.FILE));
        assertThat(text.fields().get("Library")).isEqualTo("User & Co");
        assertThat(text.fields().get("Microphone")).isEqualTo("ASWG mic");
        assertThat(text.fields().values()).doesNotContainKey("Project");
    }

    @Test
    void neitherResolvesEntitiesNorFailsOnDamagedIxml() {
        String attack = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<BWFXML><USER><LIBRARY>&e;</LIBRARY></USER></BWFXML>";

        assertThat(READER.read("a.wav", Map.of("ixml", attack)).fields().get("Library"))
                .doesNotContain("root");
        assertThat(READER.read("a.wav", Map.of("ixml", "<BWFXML><USER><SHOW>One</SHOW><LIBRARY>cut"))
                        .fields()
                        .values())
                .containsExactly(Map.entry("Show", "One"));
    }

    private static TagClaim claim(String catId, TagSource source) {
        return new TagClaim(catId, source, OptionalDouble.empty(), true);
    }
}
