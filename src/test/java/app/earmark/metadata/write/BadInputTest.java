package app.earmark.metadata.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFields;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.RiffBytes;
import app.earmark.metadata.UnreadableMetadata;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not as they should be: nothing is lost, whatever they hold. */
class BadInputTest {

    private static final UcsTable TABLE = UcsTable.load();
    private static final ClipFields DOOR =
            new ClipFields(Map.of("Description", "Tür knarrt", "CatID", "DOORWood", "Keywords", "door, creak"));
    private static final byte[] SOUND = RiffBytes.noise(3_001, 9);

    private final MetadataWriter writer = new MetadataWriter(TABLE);
    private final MetadataReader reader = new MetadataReader(TABLE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 100, 4_000_000, 0x7FFFFFFFL, 0xFFFFFFFEL, 0xFFFFFFFFL})
    void aWrongSizeInTheHeaderIsSetRight(long size) throws Exception {
        byte[] file = wav().sizeInHeader(size).bytes();
        assertThat(survives(file)).isTrue();
        byte[] after = Files.readAllBytes(folder.resolve("sound"));
        assertThat(little(after, 4)).isEqualTo(after.length - 8);
        assertThat(RiffBytes.contents(after, "data")).isEqualTo(SOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_999, 3_002, 5_000, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF})
    void aWrongSizeOfTheSoundLosesNothing(int size) throws Exception {
        survives(new RiffBytes()
                .format()
                .announced("data", size, RiffBytes.noise(3_000, 9))
                .chunk("SNDM", "theirs")
                .bytes());
    }

    @Test
    void anId3TagThatIsCutOffIsSaidInASentenceAndNotChanged() throws Exception {
        byte[] tag = {'I', 'D', '3', 4, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F, 'T', 'I', 'T', '2'};
        byte[] file = wav().chunk("id3 ", tag).bytes();
        assertThat(survives(file)).isFalse();
        assertThat(reader.read(folder.resolve("sound")).faults())
                .containsExactly("sound has an ID3 tag that is cut off.");
    }

    @Test
    void chunksOfOddLengthWithoutPadKeepTheirPlaces() throws Exception {
        byte[] file = new RiffBytes()
                .unpadded("SNDM", RiffBytes.noise(77, 3))
                .format()
                .unpadded("data", SOUND)
                .unpadded("_odd", RiffBytes.noise(5, 4))
                .bytes();
        assertThat(survives(file)).isTrue();
        byte[] after = Files.readAllBytes(folder.resolve("sound"));
        assertThat(RiffBytes.contents(after, "SNDM")).isEqualTo(RiffBytes.noise(77, 3));
        assertThat(RiffBytes.contents(after, "data")).isEqualTo(SOUND);
        assertThat(RiffBytes.contents(after, "_odd")).isEqualTo(RiffBytes.noise(5, 4));
    }

    @Test
    void wavFilesCutOffAnywhereAreWholeOrRefused() throws Exception {
        cutEverywhere(wav().chunk("iXML", ixml("<USER><CATID>RAIN</CATID></USER>"))
                .chunk("LIST", "INFOICMT\u0006\0\0\0Storm\0")
                .bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void mp3FilesCutOffAnywhereAreWholeOrRefused(int version) throws Exception {
        cutEverywhere(mp3(version, 0, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]><BWFXML><USER><NOTES>&c;</NOTES></USER></BWFXML>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><BWFXML><USER><NOTES>n</NOTES></USER></BWFXML>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><BWFXML><USER><NOTES>&e;</NOTES></USER></BWFXML>",
                "<BWFXML><USER><NOTES>n</NOTES>",
                "<BWFXML><USER><NOTES>n</USER></BWFXML>",
                "<BWFXML><USER",
                "no markup at all",
                ""
            })
    void hostileXmlIsReadAsFarAsItIsSoundAndTheFileLeftAlone(String xml) throws Exception {
        byte[] file = wav().chunk("iXML", xml).bytes();
        assertThat(survives(file)).isFalse();
        assertThat(reader.read(folder.resolve("sound")).fields().values().toString())
                .doesNotContain("root:")
                .doesNotContain("aaaaaaaa");
        assertThat(reader.read(folder.resolve("sound")).faults()).isNotEmpty();
    }

    @Test
    void entitiesThatNobodyDeclaredStayAsTheyStand() throws Exception {
        byte[] file = wav().chunk("iXML", ixml("<USER><NOTES>&unknown; &#0; &#x110000; &amp;</NOTES></USER>"))
                .bytes();
        assertThat(survives(file)).isTrue();
        assertThat(text()).contains("<NOTES>&unknown; &#0; &#x110000; &amp;</NOTES>");
    }

    @Test
    void ixmlOfTwentyMegabytesKeepsEveryLetter() throws Exception {
        String theirs = "<VENDOR>" + "<A b='c'>text &amp; more</A>\n".repeat(700_000) + "</VENDOR>";
        assertThat(survives(wav().chunk("iXML", ixml(theirs)).bytes())).isTrue();
        assertThat(text()).contains(theirs).contains("<CATID>DOORWood</CATID>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkAndItsEncodingStay(String encoding) throws Exception {
        Charset charset = Charset.forName(encoding);
        String xml = "\uFEFF<BWFXML><USER><CatID>RAIN</CatID><NOTES>日本 é</NOTES></USER></BWFXML>";
        assertThat(survives(wav().chunk("iXML", xml.getBytes(charset)).bytes())).isTrue();
        byte[] after = RiffBytes.contents(Files.readAllBytes(folder.resolve("sound")), "iXML");
        assertThat(new String(after, charset))
                .startsWith("\uFEFF<BWFXML>")
                .contains("<CatID>DOORWood</CatID><NOTES>日本 é</NOTES>")
                .contains("Tür knarrt");
    }

    @Test
    void aSecondBextIsKeptAndSaysTheSame() throws Exception {
        byte[] bext = new byte[602];
        bext[700 % 602] = 7;
        byte[] file = new RiffBytes()
                .chunk("bext", bext)
                .format()
                .chunk("bext", bext)
                .chunk("data", SOUND)
                .bytes();
        assertThat(survives(file)).isTrue();
        assertThat(reader.read(folder.resolve("sound")).faults())
                .anyMatch(fault -> fault.contains("more than one bext"));
        assertThat(reader.read(folder.resolve("sound")).blocks().stream()
                        .map(block -> block.values().get("Description")))
                .filteredOn("Tur knarrt"::equals)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void unsynchronisedTagsAndFootersAreTakenOver(int version) throws Exception {
        for (boolean footer : new boolean[] {false, true}) {
            if (footer && version < 4) {
                continue;
            }
            assertThat(survives(mp3(version, 0x80, footer))).isTrue();
            byte[] after = Files.readAllBytes(folder.resolve("sound"));
            assertThat(Arrays.copyOfRange(after, after.length - SOUND.length, after.length))
                    .isEqualTo(mpeg());
            assertThat(reader.read(folder.resolve("sound")).fields().values())
                    .containsEntry("TrackTitle", "ÿàB")
                    .containsEntry("CatID", "DOORWood");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF64", "BW64"})
    void longFilesHaveTheirSizesInDs64(String form) throws Exception {
        byte[] ds64 = new byte[28];
        RiffBytes riff = new RiffBytes().chunk("ds64", ds64).format().announced("data", -1, RiffBytes.noise(3_000, 9));
        byte[] file = riff.chunk("SNDM", "theirs").sizeInHeader(0xFFFFFFFFL).bytes();
        System.arraycopy(form.getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
        ByteBuffer sizes = ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        sizes.putLong(20, file.length - 8).putLong(28, 3_000).putLong(36, 1_500);
        assertThat(survives(file)).isTrue();
        byte[] after = Files.readAllBytes(folder.resolve("sound"));
        ByteBuffer now = ByteBuffer.wrap(after).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        assertThat(now.getLong(20)).isEqualTo(after.length - 8);
        assertThat(now.getLong(28)).isEqualTo(3_000);
        assertThat(little(after, 4)).isEqualTo(-1);
    }

    @Test
    void ds64ThatLiesLosesNothing() throws Exception {
        for (long size : new long[] {0, 5, 2_999, 3_500, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            byte[] file = new RiffBytes()
                    .chunk("ds64", new byte[28])
                    .format()
                    .announced("data", -1, RiffBytes.noise(3_000, 9))
                    .bytes();
            System.arraycopy("RF64".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
            ByteBuffer.wrap(file)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putLong(20, size)
                    .putLong(28, size);
            survives(file);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bytesChangedAtRandomLoseNothing(long seed) throws Exception {
        List<byte[]> whole = List.of(
                wav().chunk("iXML", ixml("<USER><CATID>RAIN</CATID></USER>"))
                        .chunk("bext", new byte[602])
                        .bytes(),
                mp3(3, 0, false),
                mp3(4, 0x80, true),
                flac(),
                mp4(true),
                mp4(false));
        Random random = new Random(seed);
        for (byte[] original : whole) {
            for (int round = 0; round < 25; round++) {
                byte[] file = original.clone();
                for (int change = 1 + random.nextInt(6); change > 0; change--) {
                    int at = random.nextInt(Math.min(file.length, 900));
                    file[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0xFF : 0);
                }
                survives(random.nextInt(4) == 0 ? Arrays.copyOf(file, 1 + random.nextInt(file.length)) : file);
            }
        }
    }

    @Test
    void aFlacFileWithHugePaddingKeepsIt() throws Exception {
        byte[] file = flac();
        assertThat(survives(file)).isTrue();
        byte[] after = Files.readAllBytes(folder.resolve("sound"));
        assertThat(after.length).isGreaterThan(file.length);
        assertThat(Arrays.copyOfRange(after, after.length - SOUND.length, after.length))
                .isEqualTo(SOUND);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theIndexOfAnMp4FileGoesOnPointingToItsSound(boolean indexFirst) throws Exception {
        assertThat(survives(mp4(indexFirst))).isTrue();
        byte[] after = Files.readAllBytes(folder.resolve("sound"));
        int table = new String(after, StandardCharsets.ISO_8859_1).indexOf("stco");
        int place = ByteBuffer.wrap(after).getInt(table + 12);
        assertThat(Arrays.copyOfRange(after, place, place + SOUND.length)).isEqualTo(SOUND);
    }

    private void cutEverywhere(byte[] whole) throws Exception {
        for (int length = 0; length < whole.length; length += length < 200 || length > whole.length - 300 ? 3 : 331) {
            survives(Arrays.copyOf(whole, length));
        }
    }

    /**
     * Reads, plans, writes, undoes.
     *
     * @return whether it was written
     */
    private boolean survives(byte[] bytes) throws Exception {
        Path file = folder.resolve("sound");
        Files.write(file, bytes);
        try {
            reader.read(file);
        } catch (UnreadableMetadata e) {
            assertThat(e.getMessage()).contains(file.toString());
            assertThat(e.getCause() instanceof RuntimeException).isFalse();
        }
        MetadataPlan plan = writer.plan(file, DOOR);
        assertThat(plan.refusal().orElse("")).doesNotContain("unexpected");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        MetadataWriter.Outcome outcome = writer.write(List.of(plan), folder.resolve("backups"), Progress.NONE);
        assertThat(outcome.refused().values()).noneMatch(sentence -> sentence.contains("unexpected"));
        if (outcome.written().isEmpty()) {
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
            assertThat(leftovers()).isZero();
            return false;
        }
        byte[] written = Files.readAllBytes(file);
        assertThat(writer.plan(file, DOOR).differences()).isEmpty();
        Path backup = outcome.written().get(0).backup();
        new MetadataBackup(backup).undo(List.of(file), Progress.NONE);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        new MetadataBackup(backup).redo(List.of(file), Progress.NONE);
        assertThat(Files.readAllBytes(file)).isEqualTo(written);
        assertThat(leftovers()).isZero();
        return true;
    }

    private long leftovers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).count();
        }
    }

    private String text() throws IOException {
        return new String(
                RiffBytes.contents(Files.readAllBytes(folder.resolve("sound")), "iXML"), StandardCharsets.UTF_8);
    }

    private static RiffBytes wav() {
        return new RiffBytes().format().chunk("data", SOUND);
    }

    private static String ixml(String inside) {
        return "<?xml version=\"1.0\"?>\n<BWFXML>" + inside + "</BWFXML>\n";
    }

    private static int little(byte[] file, int at) {
        return ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static byte[] mpeg() {
        byte[] sound = SOUND.clone();
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x44}, 0, sound, 0, 4);
        return sound;
    }

    /** With the title {@code ÿàB}, whose bytes look like the start of a frame unless they are unsynchronised. */
    private static byte[] mp3(int version, int flags, boolean footer) {
        byte[] text = {0, (byte) 0xFF, (byte) 0xE0, 'B'};
        byte[] stored = flags == 0 ? text : new byte[] {0, (byte) 0xFF, 0, (byte) 0xE0, 'B'};
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes((version == 2 ? "TT2" : "TIT2").getBytes(StandardCharsets.US_ASCII));
        int size = version == 4 ? stored.length : text.length;
        frame.writeBytes(version == 2 ? new byte[] {0, 0, (byte) size} : new byte[] {0, 0, 0, (byte) size, 0, 0});
        frame.writeBytes(stored);
        frame.writeBytes(footer ? new byte[0] : new byte[20]);
        byte[] header = {
            'I', 'D', '3', (byte) version, 0, (byte) (flags | (footer ? 0x10 : 0)), 0, 0, 0, (byte) frame.size()
        };
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header);
        file.writeBytes(frame.toByteArray());
        if (footer) {
            byte[] end = header.clone();
            System.arraycopy(new byte[] {'3', 'D', 'I'}, 0, end, 0, 3);
            file.writeBytes(end);
        }
        file.writeBytes(mpeg());
        return file.toByteArray();
    }

    private static byte[] flac() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(ByteBuffer.allocate(4 + 34).putInt(34).array());
        int padding = 1_000_000;
        file.writeBytes(
                ByteBuffer.allocate(4 + padding).putInt(0x81000000 | padding).array());
        file.writeBytes(SOUND);
        return file.toByteArray();
    }

    private static byte[] mp4(boolean indexFirst) {
        byte[] start = box("ftyp", "M4A \0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        byte[] sound = box("mdat", SOUND);
        int moovLength = moov(0).length;
        byte[] moov = moov(start.length + 8 + (indexFirst ? moovLength : 0));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(start);
        file.writeBytes(indexFirst ? moov : sound);
        file.writeBytes(indexFirst ? sound : moov);
        return file.toByteArray();
    }

    private static byte[] moov(int place) {
        byte[] table = box(
                "stco",
                ByteBuffer.allocate(12).putInt(0).putInt(1).putInt(place).array());
        return box("moov", box("trak", box("mdia", box("minf", box("stbl", table)))));
    }

    private static byte[] box(String type, byte[] contents) {
        return ByteBuffer.allocate(8 + contents.length)
                .putInt(8 + contents.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(contents)
                .array();
    }
}
