package app.earmark.metadata.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFields;
import app.earmark.metadata.FieldDifference;
import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.RiffBytes;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataWriterTest {

    private static final UcsTable TABLE = UcsTable.load();
    private static final ClipFields DOOR = new ClipFields(Map.of(
            "Description", "Eine Tür knarrt, “alt” & <schwer>",
            "CatID", "DOORWood",
            "FXName", "Old Door",
            "Keywords", "door, creak",
            "CreatorID", "JF",
            "SourceID", "DRS1"));

    private final MetadataWriter writer = new MetadataWriter(TABLE);
    private final MetadataReader reader = new MetadataReader(TABLE);

    @TempDir
    Path folder;

    private Path backups;

    @BeforeEach
    void backupsLieElsewhere() {
        backups = folder.resolve("backups");
    }

    @Test
    void aDesignerThatAlsoFilledTheKeyForArtistsMakesNobodyAnArtist() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        ClipFields designed = new ClipFields(Map.of("Designer", "Zoë Fields", "CatID", "DOORWood"));
        write(file, designed);
        ClipFields said = reader.read(file).fields();
        assertThat(said.get("Designer")).isEqualTo("Zoë Fields");
        assertThat(said.get("Artist")).isEmpty();
        assertThat(writer.plan(file, said).differences()).isEmpty();

        Path other = RiffBytes.sound().write(folder.resolve("song.wav"));
        write(other, new ClipFields(Map.of("Artist", "Zoë Fields")));
        assertThat(reader.read(other).fields().get("Designer")).isEmpty();
    }

    @Test
    void aPlainWavSaysItInBextIxmlAndInfoAndKeepsItsSound() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        byte[] before = Files.readAllBytes(file);

        MetadataWriter.Outcome outcome = write(file, DOOR);

        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.written()).hasSize(1);
        byte[] after = Files.readAllBytes(file);
        assertThat(RiffBytes.contents(after, "data")).isEqualTo(RiffBytes.contents(before, "data"));
        assertThat(reader.read(file).fields().values())
                .containsEntry("Description", "Eine Tür knarrt, “alt” & <schwer>")
                .containsEntry("CatID", "DOORWood")
                .containsEntry("CategoryFull", "DOORS-WOOD")
                .containsEntry("LongID", "DOORWood")
                .containsEntry("Show", "DRS1")
                .containsEntry("ShortID", "JF")
                .containsEntry("CreatorID", "JF");
        String bext = new String(RiffBytes.contents(after, "bext"), 0, 256, StandardCharsets.US_ASCII);
        assertThat(bext).startsWith("Eine Tur knarrt, \"alt\" & <schwer>\0");
        assertThat(new String(RiffBytes.contents(after, "iXML"), StandardCharsets.UTF_8))
                .contains("<DESCRIPTION>Eine Tür knarrt, “alt” &amp; &lt;schwer&gt;</DESCRIPTION>")
                .contains("<catId>DOORWood</catId>");
        assertThat(outcome.written().get(0).stamp().sizeBytes()).isEqualTo(after.length);
    }

    @Test
    void undoingBringsBackEveryByteAndRedoingWritesTheSameAgain() throws Exception {
        Path file = withEverything().write(folder.resolve("door.wav"));
        byte[] before = Files.readAllBytes(file);
        Path backup = write(file, DOOR).written().get(0).backup();
        byte[] written = Files.readAllBytes(file);

        assertThat(new MetadataBackup(backup).undo(List.of(file), Progress.NONE).refused())
                .isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(new MetadataBackup(backup).undo(List.of(file), Progress.NONE).written())
                .hasSize(1);

        assertThat(new MetadataBackup(backup).redo(List.of(file), Progress.NONE).refused())
                .isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(written);
        assertThat(Files.size(backup)).isLessThan(20_000);
    }

    @Test
    void undoingLeavesAFileThatChangedSinceAsItIs() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        Path backup = write(file, DOOR).written().get(0).backup();
        byte[] other = Files.readAllBytes(file);
        other[other.length - 1]++;
        Files.write(file, other);

        assertThat(new MetadataBackup(backup)
                        .undo(List.of(file), Progress.NONE)
                        .refused()
                        .get(file))
                .contains("has changed since");
        assertThat(Files.readAllBytes(file)).isEqualTo(other);
    }

    @Test
    void keepsUnknownChunksToTheByteInTheirOrder() throws Exception {
        Path file = withEverything().write(folder.resolve("door.wav"));
        List<String> before = chunks(Files.readAllBytes(file));
        write(file, DOOR);
        List<String> after = chunks(Files.readAllBytes(file));

        List<String> ids = new ArrayList<>(List.of("SNDM", "acid", "smpl", "cue ", "r64m", "_odd"));
        assertThat(after.stream().filter(c -> ids.contains(c.substring(0, 4))))
                .isEqualTo(before.stream()
                        .filter(c -> ids.contains(c.substring(0, 4)))
                        .toList());
        assertThat(new String(RiffBytes.contents(Files.readAllBytes(file), "iXML"), StandardCharsets.UTF_8))
                .contains("<!-- a recorder's --><PROJECT>Doors &amp; more</PROJECT>")
                .contains("<CatID>DOORWood</CatID>")
                .doesNotContain("CATID");
    }

    @Test
    void planningSaysWhatDiffersAndChangesNothing() throws Exception {
        Path file = withEverything().write(folder.resolve("door.wav"));
        byte[] before = Files.readAllBytes(file);

        MetadataPlan plan = writer.plan(file, DOOR);

        assertThat(plan.differences())
                .contains(new FieldDifference(Kind.IXML_USER, "CatID", "RAIN", "DOORWood"))
                .contains(new FieldDifference(Kind.BEXT, "Description", "Rain", "Eine Tur knarrt, \"alt\" & <schwer>"))
                .noneMatch(difference ->
                        difference.block() == Kind.INFO && difference.key().equals("ICMT"));
        assertThat(plan.notes()).anyMatch(note -> note.contains("without accents"));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void writingTwiceChangesNothingTheSecondTime() throws Exception {
        Path file = withEverything().write(folder.resolve("door.wav"));
        write(file, DOOR);
        assertThat(writer.plan(file, DOOR).differences()).isEmpty();
        assertThat(writer.plan(file, DOOR).changesFile()).isFalse();
    }

    @Test
    void aBlankTextTakesTheFieldOutEverywhereButInInfo() throws Exception {
        Path file = withEverything().write(folder.resolve("door.wav"));
        write(file, new ClipFields(Map.of("Description", "", "CatID", "")));
        assertThat(reader.read(file).fields().values())
                .containsEntry("Description", "Storm")
                .containsOnlyKeys("Description", "Notes", "Keywords");
    }

    @Test
    void keepsTimesAndPermissions() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        FileTime then = FileTime.fromMillis(1_500_000_000_123L);
        Files.setLastModifiedTime(file, then);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        write(file, DOOR);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void writesThroughALink() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        Path link = Files.createSymbolicLink(folder.resolve("link.wav"), file);
        write(link, DOOR);
        assertThat(link).isSymbolicLink();
        assertThat(reader.read(file).fields().get("CatID")).isEqualTo("DOORWood");
    }

    @Test
    void aFileWithTwoNamesStaysAsItIsUnderTheOther() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        byte[] before = Files.readAllBytes(file);
        Path other = Files.createLink(folder.resolve("other.wav"), file);

        assertThat(writer.plan(file, DOOR).notes()).anyMatch(note -> note.contains("hard link"));
        write(file, DOOR);

        assertThat(Files.readAllBytes(other)).isEqualTo(before);
        assertThat(reader.read(file).fields().get("CatID")).isEqualTo("DOORWood");
    }

    @Test
    void refusesAFileThatChangedSinceThePlan() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        MetadataPlan plan = writer.plan(file, DOOR);
        byte[] other = RiffBytes.sound().chunk("more", "x").bytes();
        Files.write(file, other);

        MetadataWriter.Outcome outcome = writer.write(List.of(plan), backups, Progress.NONE);

        assertThat(outcome.written()).isEmpty();
        assertThat(outcome.refused().get(file)).contains("has changed since it was looked at");
        assertThat(Files.readAllBytes(file)).isEqualTo(other);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refusesReadOnlyFilesInASentence() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(writer.plan(file, DOOR).refusal())
                .hasValueSatisfying(s -> assertThat(s).contains("read-only"));
    }

    @Test
    void deletesWhatACrashLeftAndNotWhatIsBeingWritten() throws Exception {
        Path file = RiffBytes.sound().write(folder.resolve("door.wav"));
        Path left = Files.writeString(folder.resolve(".earmark-1234.part"), "half");
        try (PartFile live = PartFile.beside(folder.resolve("other.wav"))) {
            write(file, DOOR);
            assertThat(left).doesNotExist();
            assertThat(live.path()).exists();
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void stopsBetweenFilesAndSaysWhatWasWritten() throws Exception {
        List<MetadataPlan> plans = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            plans.add(writer.plan(RiffBytes.sound().write(folder.resolve(i + ".wav")), DOOR));
        }
        Progress impatient = new Progress() {
            private volatile boolean enough;

            @Override
            public void advanced(long done, long failed) {
                enough = done > 0;
            }

            @Override
            public boolean isCancelled() {
                return enough;
            }
        };

        MetadataWriter.Outcome outcome = writer.write(plans, backups, impatient);

        assertThat(outcome.cancelled()).isTrue();
        assertThat(outcome.written()).isNotEmpty().hasSizeLessThan(40);
        long changed = plans.stream()
                .filter(plan -> writer.plan(plan.file(), DOOR).differences().isEmpty())
                .count();
        assertThat(changed).isEqualTo(outcome.written().size());
        assertThat(leftovers()).isEmpty();
    }

    private MetadataWriter.Outcome write(Path file, ClipFields fields) {
        return writer.write(List.of(writer.plan(file, fields)), backups, Progress.NONE);
    }

    private static RiffBytes withEverything() {
        byte[] bext = new byte[602 + 9];
        byte[] rain = "Rain".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(rain, 0, bext, 0, rain.length);
        bext[346] = 2;
        return new RiffBytes()
                .chunk("SNDM", RiffBytes.noise(77, 3))
                .chunk("bext", bext)
                .format()
                .chunk("acid", RiffBytes.noise(24, 4))
                .chunk("data", RiffBytes.noise(96_001, 2))
                .chunk(
                        "iXML",
                        "<?xml version=\"1.0\"?>\n<BWFXML><!-- a recorder's --><PROJECT>Doors &amp; more</PROJECT>"
                                + "<USER><CatID>RAIN</CatID><NOTES>n</NOTES><KEYWORDS><![CDATA[a, b]]></KEYWORDS></USER></BWFXML>\n")
                .chunk("LIST", "INFOICMT\u0006\0\0\0Storm\0")
                .chunk("smpl", RiffBytes.noise(60, 5))
                .chunk("cue ", RiffBytes.noise(28, 6))
                .chunk("r64m", RiffBytes.noise(33, 7))
                .chunk("_odd", RiffBytes.noise(3, 8));
    }

    private static List<String> chunks(byte[] file) {
        List<String> chunks = new ArrayList<>();
        java.nio.ByteBuffer in = java.nio.ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int at = 12; at + 8 <= file.length; ) {
            int size = in.getInt(at + 4);
            chunks.add(new String(file, at, 4, StandardCharsets.ISO_8859_1) + ":"
                    + java.util.Arrays.hashCode(java.util.Arrays.copyOfRange(file, at + 8, at + 8 + size)));
            at += 8 + size + (size & 1);
        }
        return chunks;
    }

    private List<Path> leftovers() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".part"))
                    .toList();
        }
    }
}
