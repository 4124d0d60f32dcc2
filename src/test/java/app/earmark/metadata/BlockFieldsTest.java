package app.earmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.metadata.MetadataBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of several places that hold the same field is believed. */
class BlockFieldsTest {

    private static final MetadataBlock INFO = block(Kind.INFO, "ICMT", "info");
    private static final MetadataBlock BEXT = block(Kind.BEXT, "Description", "bext");
    private static final MetadataBlock ASWG = block(Kind.IXML_ASWG, "description", "aswg");
    private static final MetadataBlock USER = block(Kind.IXML_USER, "DESCRIPTION", "user");

    @Test
    void eachPlaceBeatsTheOnesBelowWhateverTheirOrder() {
        List<MetadataBlock> tags = List.of(
                block(Kind.ID3, "TXXX:DESCRIPTION", "tag"),
                block(Kind.VORBIS, "DESCRIPTION", "tag"),
                block(Kind.MP4, "----:com.apple.iTunes:DESCRIPTION", "tag"));
        for (MetadataBlock tag : tags) {
            assertThat(description(false, USER, ASWG, tag, BEXT, INFO)).isEqualTo("user");
            assertThat(description(false, INFO, BEXT, tag, ASWG)).isEqualTo("aswg");
            assertThat(description(false, BEXT, tag, INFO)).isEqualTo("tag");
            assertThat(description(true, USER, ASWG, tag, BEXT, INFO)).isEqualTo("tag");
        }
        assertThat(description(false, INFO, BEXT)).isEqualTo("bext");
        assertThat(description(true, INFO, BEXT, USER)).isEqualTo("user");
        assertThat(description(false, INFO)).isEqualTo("info");
    }

    @Test
    void commonTagsStandBelowBextButAboveInfo() {
        MetadataBlock comment = block(Kind.ID3, "COMM", "comment");
        assertThat(description(false, comment, INFO)).isEqualTo("comment");
        assertThat(description(false, comment, BEXT)).isEqualTo("bext");
    }

    @Test
    void ofTwoBlocksOfAKindTheFirstIsBelieved() {
        assertThat(description(false, USER, block(Kind.IXML_USER, "Description", "second")))
                .isEqualTo("user");
        assertThat(description(false, INFO, block(Kind.INFO, "ICMT", "second"))).isEqualTo("info");
    }

    @Test
    void aDateGivesAYearAndWhatIsNoDateNone() {
        assertThat(of(block(Kind.VORBIS, "DATE", "2019-04-01"))).containsEntry("TrackYear", "2019");
        assertThat(of(block(Kind.ID3, "TYER", "2019"))).containsEntry("TrackYear", "2019");
        assertThat(of(block(Kind.INFO, "ICRD", "last spring"))).doesNotContainKey("TrackYear");
        assertThat(of(block(Kind.BEXT, "OriginationDate", "2021-03-09"))).containsEntry("TrackYear", "2021");
        assertThat(of(block(Kind.BEXT, "OriginationDate", "2021-03-09"), block(Kind.INFO, "ICRD", "2019")))
                .containsEntry("TrackYear", "2019");
    }

    @Test
    void anArtistIsTheDesignerToo() {
        assertThat(of(block(Kind.MP4, "©ART", "Ann"))).isEqualTo(Map.of("Artist", "Ann", "Designer", "Ann"));
        assertThat(of(block(Kind.MP4, "©ART", "Ann"), block(Kind.IXML_USER, "DESIGNER", "Ben")))
                .isEqualTo(Map.of("Artist", "Ann", "Designer", "Ben"));
    }

    private static MetadataBlock block(Kind kind, String key, String text) {
        return new MetadataBlock(kind, Map.of(key, text));
    }

    private static String description(boolean tagsFirst, MetadataBlock... blocks) {
        return BlockFields.of(new ArrayList<>(List.of(blocks)), tagsFirst).get("Description");
    }

    private static Map<String, String> of(MetadataBlock... blocks) {
        return BlockFields.of(List.of(blocks), false);
    }
}
