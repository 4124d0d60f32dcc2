package app.earmark.metadata.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFields;
import app.earmark.metadata.FileMetadata;
import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.RiffBytes;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chunks put together by hand, big-endian, as AIFF has them. */
class AiffWritingTest {

    private static final UcsTable TABLE = UcsTable.load();
    private static final byte[] SOUND = RiffBytes.noise(3_001, 1);

    @TempDir
    Path folder;

    @Test
    void textGoesIntoAChunkAtTheEndAndNothingElseMoves() throws Exception {
        byte[] before = form(chunk("NAME", ascii("Theirs")), chunk("SSND", SOUND), chunk("ANNO", ascii("odd")));
        Path file = Files.write(folder.resolve("door.aif"), before);
        MetadataWriter writer = new MetadataWriter(TABLE);
        MetadataPlan plan = writer.plan(
                file, new ClipFields(Map.of("CatID", "DOORWood", "FXName", "Old Door", "Description", "Tür")));

        MetadataWriter.Outcome outcome = writer.write(List.of(plan), folder.resolve("backups"), Progress.NONE);

        assertThat(outcome.refused()).isEmpty();
        byte[] after = Files.readAllBytes(file);
        assertThat(Arrays.copyOfRange(after, 8, before.length)).isEqualTo(Arrays.copyOfRange(before, 8, before.length));
        ByteBuffer in = ByteBuffer.wrap(after);
        assertThat(in.getInt(4)).isEqualTo(after.length - 8);
        assertThat(new String(after, before.length, 4, StandardCharsets.US_ASCII))
                .isEqualTo("ID3 ");
        int length = in.getInt(before.length + 4);
        assertThat(before.length + 8 + length + length % 2).isEqualTo(after.length);
        assertThat(new String(after, before.length + 8, 3, StandardCharsets.US_ASCII))
                .isEqualTo("ID3");
        assertThat(new MetadataReader(TABLE).read(file).fields().values())
                .containsEntry("CatID", "DOORWood")
                .containsEntry("Description", "Tür")
                .as("a title of its own is not hidden by a filled-in one")
                .containsEntry("TrackTitle", "Theirs");
        new MetadataBackup(outcome.written().get(0).backup()).undo(List.of(file), Progress.NONE);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void itsOwnTextsAndMarkersAreRead() throws Exception {
        byte[] markers = ByteBuffer.allocate(2 + 10 + 12)
                .putShort((short) 2)
                .putShort((short) 1)
                .putInt(48_000)
                .put((byte) 3)
                .put(ascii("hit"))
                .putShort((short) 2)
                .putInt(0x80000000)
                .put((byte) 4)
                .put(ascii("tail\0"))
                .array();
        Path file = Files.write(
                folder.resolve("door.aif"),
                form(
                        chunk("MARK", markers),
                        chunk("NAME", ascii("Old Door")),
                        chunk("AUTH", ascii("Ann\0")),
                        chunk("ANNO", "knarrt für immer".getBytes(StandardCharsets.UTF_8)),
                        chunk("SSND", SOUND)));
        FileMetadata read = new MetadataReader(TABLE).read(file);
        assertThat(read.container()).isEqualTo("AIFF");
        assertThat(read.markers())
                .containsExactly(
                        new Marker(Marker.Kind.CUE, 48_000, 0, "hit"),
                        new Marker(Marker.Kind.CUE, 2_147_483_648L, 0, "tail"));
        assertThat(read.fields().values())
                .containsEntry("TrackTitle", "Old Door")
                .containsEntry("Artist", "Ann")
                .containsEntry("Description", "knarrt für immer");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void aFileWithoutSoundIsRefused() throws Exception {
        byte[] before = form(chunk("NAME", ascii("Theirs")));
        Path file = Files.write(folder.resolve("door.aif"), before);
        MetadataPlan plan = new MetadataWriter(TABLE).plan(file, new ClipFields(Map.of("CatID", "DOORWood")));
        assertThat(plan.refusal())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("has no sound in it"));
    }

    private static byte[] form(byte[]... chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ascii("AIFF"));
        for (byte[] chunk : chunks) {
            body.writeBytes(chunk);
        }
        return chunk("FORM", body.toByteArray());
    }

    private static byte[] chunk(String id, byte[] contents) {
        return ByteBuffer.allocate(8 + contents.length + contents.length % 2)
                .put(ascii(id))
                .putInt(contents.length)
                .put(contents)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
