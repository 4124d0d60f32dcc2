package app.earmark.metadata.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags put together by hand from the standards' own tables. */
class Id3TagTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        "00, windows-1252, Tür",
        "01, UTF-16LE, \uFEFFTür 雨",
        "01, UTF-16BE, \uFEFFTür 雨",
        "01, UTF-16LE, Tür",
        "02, UTF-16BE, Tür 雨",
        "03, UTF-8, Tür 雨",
        "03, windows-1252, Tür"
    })
    void everyEncodingOfTextIsRead(String encoding, String charset, String text) {
        byte[] frame = join(HEX.parseHex(encoding), text.getBytes(Charset.forName(charset)));
        assertThat(read(3, frame(3, "TIT2", frame))).isEqualTo(Map.of("TIT2", text.replace("\uFEFF", "")));
    }

    @Test
    void describedTextsCommentsAndLinksGoByTheirDescription() {
        byte[] latin = join(new byte[1], latin("CATID"), new byte[1], latin("DOORWood"));
        byte[] wide =
                join(new byte[] {1}, utf16("FXNAME"), new byte[2], utf16("Old Ā Door")); // its second byte ends in zero
        byte[] comment = join(new byte[1], latin("eng"), new byte[1], latin("An old door"));
        byte[] named = join(new byte[1], latin("eng"), latin("iTunNORM"), new byte[1], latin("0001"));
        byte[] link = join(new byte[] {1}, utf16("shop"), new byte[2], latin("https://example.org"));
        byte[] plain = latin("https://example.org/artist");
        assertThat(read(
                        3,
                        frame(3, "TXXX", latin),
                        frame(3, "TXXX", wide),
                        frame(3, "COMM", comment),
                        frame(3, "COMM", named),
                        frame(3, "WXXX", link),
                        frame(3, "WOAR", plain)))
                .containsOnly(
                        Map.entry("TXXX:CATID", "DOORWood"),
                        Map.entry("TXXX:FXNAME", "Old Ā Door"),
                        Map.entry("COMM", "An old door"),
                        Map.entry("COMM:iTunNORM", "0001"),
                        Map.entry("WXXX:shop", "https://example.org"),
                        Map.entry("WOAR", "https://example.org/artist"));
    }

    @Test
    void severalTextsOfOneFrameOrOfOneKeyAreJoined() {
        byte[] two = join(new byte[1], latin("Ann"), new byte[1], latin("Ben"), new byte[1]);
        byte[] third = join(new byte[1], latin("Cleo"));
        assertThat(read(4, frame(4, "TPE1", two), frame(4, "TPE1", third))).containsEntry("TPE1", "Ann; Ben; Cleo");
    }

    @Test
    void tagsOfVersion2HaveThreeLettersAndAreKnownByTheLaterNames() {
        byte[] title = join(new byte[1], latin("Old Door"));
        byte[] own = join(new byte[1], latin("CATID"), new byte[1], latin("DOORWood"));
        byte[] tag = tag(2, 0, frame(2, "TT2", title), frame(2, "TXX", own), new byte[9]);
        Id3Tag parsed = Id3Tag.parse(tag).orElseThrow();
        assertThat(parsed.values()).isEqualTo(Map.of("TIT2", "Old Door", "TXXX:CATID", "DOORWood"));
        byte[] written = parsed.with(Map.of("TIT2", "New", "TPE1", "Ann")).bytes();
        assertThat(written)
                .isEqualTo(tag(
                        2,
                        0,
                        frame(2, "TT2", join(new byte[1], latin("New"))),
                        frame(2, "TXX", own),
                        frame(2, "TP1", join(new byte[1], latin("Ann")))));
    }

    /** 200 bytes: as seven-bit groups 01 48, plainly C8. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void sizesAreWrittenAsTheVersionHasThem(int version) {
        String text = "x".repeat(199);
        byte[] written = new Id3Tag(version, List.of(), Optional.empty())
                .with(Map.of("TIT2", text))
                .bytes();
        assertThat(written).isEqualTo(tag(version, 0, frame(version, "TIT2", join(new byte[1], latin(text)))));
        assertThat(HEX.formatHex(written, 0, 21))
                .isEqualTo("494433" + "0" + version + "00" + "00" + "00000152" + "54495432"
                        + (version == 3 ? "000000c8" : "00000148") + "0000" + "00");
        assertThat(Id3Tag.length(written)).isEqualTo(written.length);
    }

    @Test
    void aTagOfVersion4WithPlainSizesIsReadToo() {
        byte[] text = join(new byte[1], latin("x".repeat(199)));
        byte[] tag = tag(4, 0, frame(3, "TIT2", text), frame(3, "TPE1", join(new byte[1], latin("Ann"))));
        Id3Tag parsed = Id3Tag.parse(tag).orElseThrow();
        assertThat(parsed.fault()).isEmpty();
        assertThat(parsed.values()).containsEntry("TPE1", "Ann");
    }

    @Test
    void picturesAndPackedFramesAreKeptToTheByteAndNotShown() {
        byte[] picture = frame(3, "APIC", HEX.parseHex("00696d6167652f706e670003" + "0089504e47"));
        byte[] packed = frame(3, "TPE1", HEX.parseHex("00000010789c4b2d4a"));
        packed[9] = (byte) 0x80;
        byte[] tag = tag(3, 0, picture, packed, frame(3, "TIT2", join(new byte[1], latin("Old"))));
        Id3Tag parsed = Id3Tag.parse(tag).orElseThrow();
        assertThat(parsed.values()).isEqualTo(Map.of("TIT2", "Old"));
        assertThat(parsed.with(Map.of("TIT2", "")).bytes()).isEqualTo(tag(3, 0, picture, packed));
    }

    @Test
    void theExtendedHeaderIsPassedOver() {
        byte[] title = join(new byte[1], latin("Old Door"));
        assertThat(Id3Tag.parse(tag(3, 0x40, HEX.parseHex("00000006" + "000000000000"), frame(3, "TIT2", title)))
                        .orElseThrow()
                        .values())
                .containsEntry("TIT2", "Old Door");
        assertThat(Id3Tag.parse(tag(4, 0x40, HEX.parseHex("00000006" + "0100"), frame(4, "TIT2", title)))
                        .orElseThrow()
                        .values())
                .containsEntry("TIT2", "Old Door");
    }

    @Test
    void zerosThatWerePutBehindFfAreTakenOutOfFramesOfVersion4() {
        byte[] frame = frame(4, "TIT2", HEX.parseHex("00000005" + "01" + "ff00fe" + "ff0001"));
        frame[9] = 3; // unsynchronised, with its length in front
        assertThat(read(4, frame)).containsEntry("TIT2", "ǿ");
    }

    @Test
    void textBeyondLatinIsWrittenInWhatTheVersionKnows() {
        Map<String, String> wanted = Map.of("TXXX:NOTES", "“雨”");
        byte[] third = new Id3Tag(3, List.of(), Optional.empty()).with(wanted).bytes();
        assertThat(third)
                .isEqualTo(tag(
                        3,
                        0,
                        frame(3, "TXXX", join(new byte[] {1}, utf16("\uFEFFNOTES"), new byte[2], utf16("\uFEFF“雨”")))));
        byte[] fourth = new Id3Tag(4, List.of(), Optional.empty()).with(wanted).bytes();
        assertThat(fourth)
                .isEqualTo(tag(
                        4,
                        0,
                        frame(
                                4,
                                "TXXX",
                                join(
                                        new byte[] {3},
                                        latin("NOTES"),
                                        new byte[1],
                                        "“雨”".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void aTagThatIsCutOffOrDamagedIsReadAsFarAsItGoesAndSaysSo() {
        byte[] whole =
                tag(3, 0, frame(3, "TIT2", join(new byte[1], latin("Old Door"))), frame(3, "TPE1", latin("\0Ann")));
        Id3Tag cut = Id3Tag.parse(Arrays.copyOf(whole, whole.length - 2)).orElseThrow();
        assertThat(cut.values()).isEqualTo(Map.of("TIT2", "Old Door"));
        assertThat(cut.fault()).contains("has an ID3 tag that is cut off");
        byte[] damaged = whole.clone();
        damaged[10] = 't';
        assertThat(Id3Tag.parse(damaged).orElseThrow().fault()).contains("has an ID3 tag that is damaged");
        assertThat(Id3Tag.parse(latin("ID4 no tag at all"))).isEmpty();
        byte[] future = whole.clone();
        future[3] = 5;
        assertThat(Id3Tag.parse(future)).isEmpty();
    }

    /** 70,000 bytes: 01 11 70 in plain bytes, 04 22 70 in groups of seven bits. */
    @ParameterizedTest
    @CsvSource({"2, PIC, 011170", "3, APIC, 000111700000", "4, APIC, 000422700000"})
    void aLargePictureIsKeptToTheByte(int version, String id, String header) {
        byte[] picture = join(latin(id), HEX.parseHex(header), new byte[70_000]);
        byte[] title = frame(version, version == 2 ? "TT2" : "TIT2", join(new byte[1], latin("Old")));
        byte[] body = join(picture, title);
        byte[] tag = join(
                latin("ID3"),
                new byte[] {
                    (byte) version,
                    0,
                    0,
                    0,
                    (byte) (body.length >> 14),
                    (byte) (body.length >> 7 & 0x7F),
                    (byte) (body.length & 0x7F)
                },
                body);
        Id3Tag parsed = Id3Tag.parse(tag).orElseThrow();
        assertThat(parsed.values()).isEqualTo(Map.of("TIT2", "Old"));
        assertThat(parsed.bytes()).isEqualTo(tag);
    }

    @Test
    void aCommentIsWrittenWithALanguageAndATagOfNothingHasRoom() {
        byte[] written = Id3Tag.empty().with(Map.of("COMM", "Tür")).bytes();
        assertThat(written)
                .isEqualTo(tag(3, 0, frame(3, "COMM", join(new byte[1], latin("eng"), new byte[1], latin("Tür")))));
        assertThat(Id3Tag.parse(written).orElseThrow().with(Map.of("COMM", "")).bytes())
                .isEqualTo(tag(3, 0, new byte[10]));
    }

    private static Map<String, String> read(int version, byte[]... frames) {
        return Id3Tag.parse(tag(version, 0, frames)).orElseThrow().values();
    }

    private static byte[] tag(int version, int flags, byte[]... frames) {
        byte[] body = join(frames);
        return join(
                latin("ID3"),
                new byte[] {
                    (byte) version, 0, (byte) flags, 0, 0, (byte) (body.length >> 7), (byte) (body.length & 0x7F)
                },
                body);
    }

    private static byte[] frame(int version, String id, byte[] content) {
        int size = content.length;
        byte[] header =
                switch (version) {
                    case 2 -> new byte[] {0, (byte) (size >> 8), (byte) size};
                    case 3 -> new byte[] {0, 0, (byte) (size >> 8), (byte) size, 0, 0};
                    default -> new byte[] {0, 0, (byte) (size >> 7), (byte) (size & 0x7F), 0, 0};
                };
        return join(latin(id), header, content);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
