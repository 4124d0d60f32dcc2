package app.earmark.metadata.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** INFO, Vorbis comments and MP4 tags, byte by byte. */
class TagListsTest {

    @Test
    void infoIsReadWithAndWithoutPadsAndJoined() {
        byte[] list =
                ascii("INFO" + "INAM\4\0\0\0Old\0" + "ICMT\3\0\0\0ab\0" + "\0" + "IKEY\1\0\0\0c" + "ICMT\2\0\0\0d\0");
        assertThat(new InfoList(list).values()).isEqualTo(Map.of("INAM", "Old", "ICMT", "ab; d", "IKEY", "c"));
    }

    @Test
    void infoGrowsAtItsEndAndStaysEven() {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("IKEY", "ab");
        more.put("IART", "Ann");
        byte[] written =
                new InfoList(ascii("INFO" + "INAM\3\0\0\0Old")).with(more).bytes();
        assertThat(written).isEqualTo(ascii("INFO" + "INAM\3\0\0\0Old\0" + "IKEY\3\0\0\0ab\0\0" + "IART\4\0\0\0Ann\0"));
    }

    @Test
    void infoIsFilledFromTheBestFieldAndNeverOverwritten() {
        WantedFields wanted = new WantedFields(
                Map.of("FXName", "Gate", "Description", "Tür", "Designer", "Ann", "CategoryFull", "DOORS-WOOD"),
                Map.of("Library", "LIB"));
        assertThat(InfoList.settings(Map.of("ICMT", "theirs"), wanted))
                .isEqualTo(Map.of("INAM", "Gate", "IART", "Ann", "IPRD", "LIB", "IGNR", "DOORS-WOOD"));
        WantedFields titled = new WantedFields(Map.of("FXName", "Gate", "TrackTitle", "Title"), Map.of());
        assertThat(InfoList.settings(Map.of(), titled)).isEqualTo(Map.of("INAM", "Title"));
    }

    @Test
    void vorbisCommentsAreReadInAnyCaseAndPicturesHidden() {
        byte[] block = comments(
                "title=Old Door", "ARTIST=Ann", "artist=Ben", "METADATA_BLOCK_PICTURE=AAAA", "=x", "none", "EMPTY=");
        VorbisComment parsed = VorbisComment.parse(block, 0).orElseThrow();
        assertThat(parsed.values()).isEqualTo(Map.of("TITLE", "Old Door", "ARTIST", "Ann; Ben"));
        assertThat(parsed.bytes()).isEqualTo(block);
    }

    @Test
    void vorbisCommentsOfOtherKeysStayToTheByteAndInPlace() {
        VorbisComment parsed = VorbisComment.parse(
                        comments("title=Old", "none", "ARTIST=Ann", "artist=Ben", "METADATA_BLOCK_PICTURE=AAAA"), 0)
                .orElseThrow();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ARTIST", "Cleo");
        settings.put("TITLE", "");
        settings.put("CATID", "Tür");
        assertThat(parsed.with(settings).bytes())
                .isEqualTo(comments("none", "ARTIST=Cleo", "METADATA_BLOCK_PICTURE=AAAA", "CATID=Tür"));
    }

    @Test
    void vorbisCommentsThatBreakOffAreNone() {
        byte[] block = comments("title=Old", "ARTIST=Ann");
        for (int length = 0; length < block.length - 1; length++) {
            assertThat(VorbisComment.parse(Arrays.copyOf(block, length), 0))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        assertThat(VorbisComment.parse(Arrays.copyOf(block, block.length + 1), 0))
                .hasValueSatisfying(parsed -> assertThat(parsed.rest()).containsExactly(0));
    }

    @Test
    void mp4TextsAreReadAndNumbersAndPicturesKept() {
        byte[] title = Mp4Tags.box("©nam", data(1, "Old Door"));
        byte[] track = Mp4Tags.box("trkn", data(0, "\0\0\0\3\0\0\0\0"));
        byte[] own = own("com.apple.iTunes", "CATID", "RAIN");
        byte[] others = own("org.example", "CATID", "theirs");
        Mp4Tags parsed = Mp4Tags.parse(join(title, track, own, others)).orElseThrow();
        assertThat(parsed.values())
                .isEqualTo(Map.of(
                        "©nam", "Old Door", "----:com.apple.iTunes:CATID", "RAIN", "----:org.example:CATID", "theirs"));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("----:com.apple.iTunes:CATID", "DOORWood");
        settings.put("©nam", "");
        settings.put("©cmt", "Tür");
        assertThat(parsed.with(settings).bytes())
                .isEqualTo(join(
                        track,
                        own("com.apple.iTunes", "CATID", "DOORWood"),
                        others,
                        Mp4Tags.box("©cmt", data(1, "Tür"))));
    }

    @Test
    void mp4BoxesThatDoNotFitAreNoTags() {
        byte[] title = Mp4Tags.box("©nam", data(1, "Old Door"));
        assertThat(Mp4Tags.parse(Arrays.copyOf(title, title.length - 1))).isEmpty();
        assertThat(Mp4Tags.parse(Arrays.copyOf(title, title.length + 1))).isEmpty();
        assertThat(Mp4Tags.parse(new byte[] {0, 0, 0, 7, 'a', 'b', 'c', 'd'})).isEmpty();
        assertThat(Mp4Tags.parse(new byte[0])).hasValue(Mp4Tags.empty());
    }

    private static byte[] own(String mean, String name, String value) {
        return Mp4Tags.box(
                "----",
                Mp4Tags.box("mean", new byte[4], ascii(mean)),
                Mp4Tags.box("name", new byte[4], ascii(name)),
                data(1, value));
    }

    private static byte[] data(int type, String text) {
        return Mp4Tags.box(
                "data", new byte[] {0, 0, 0, (byte) type, 0, 0, 0, 0}, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] comments(String... comments) {
        ByteBuffer out = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(4).put(ascii("Lavf")).putInt(comments.length);
        for (String comment : comments) {
            byte[] bytes = comment.getBytes(StandardCharsets.UTF_8);
            out.putInt(bytes.length).put(bytes);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer out = ByteBuffer.allocate(10_000);
        for (byte[] part : parts) {
            out.put(part);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
