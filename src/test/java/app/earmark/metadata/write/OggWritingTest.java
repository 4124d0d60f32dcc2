package app.earmark.metadata.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFields;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.RiffBytes;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages put together by hand, and their checksums reckoned bit by bit, as RFC 3533 and RFC 7845 have them. */
class OggWritingTest {

    private static final UcsTable TABLE = UcsTable.load();
    private static final int SERIAL = 0x12345678;

    private final MetadataWriter writer = new MetadataWriter(TABLE);

    @TempDir
    Path folder;

    /** 65,025 bytes fill a page; a text of that or less on one page, of more on several. */
    @ParameterizedTest
    @ValueSource(ints = {1, 60_000, 64_900, 65_025, 65_026, 200_000})
    void pagesBehindTheTextAreNumberedAnewAndTheSoundStays(int length) throws Exception {
        byte[] before = opus();
        Path file = Files.write(folder.resolve("sound.opus"), before);
        String notes = "n".repeat(length);

        Path backup = write(file, Map.of("Notes", notes));

        List<Page> pages = pages(Files.readAllBytes(file));
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).sequence).isEqualTo(i);
            assertThat(pages.get(i).serial).isEqualTo(SERIAL);
        }
        List<Page> former = pages(before);
        for (int i = 1; i <= 2; i++) {
            Page sound = pages.get(pages.size() - i);
            assertThat(sound.body).isEqualTo(former.get(former.size() - i).body);
            assertThat(sound.flags).isEqualTo(former.get(former.size() - i).flags);
            assertThat(sound.granule).isEqualTo(former.get(former.size() - i).granule);
        }
        assertThat(pages.get(0).body).isEqualTo(former.get(0).body);
        assertThat(new MetadataReader(TABLE).read(file).fields().values())
                .containsEntry("Notes", notes)
                .containsEntry("TrackTitle", "Before");
        for (int i = 2; i < pages.size() - 2; i++) {
            assertThat(pages.get(i).flags).as("goes on").isEqualTo(1);
        }
        new MetadataBackup(backup).undo(List.of(file), Progress.NONE);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aStreamThatIsChainedOnIsLeftAsItIs() throws Exception {
        byte[] second = opus();
        Path file = Files.write(folder.resolve("two.opus"), join(opus(), second));
        write(file, Map.of("Notes", "n".repeat(100_000)));
        byte[] after = Files.readAllBytes(file);
        assertThat(Arrays.copyOfRange(after, after.length - second.length, after.length))
                .isEqualTo(second);
        assertThat(pages(after)).hasSize(5 + 4);
    }

    private Path write(Path file, Map<String, String> fields) {
        MetadataWriter.Outcome outcome = writer.write(
                List.of(writer.plan(file, new ClipFields(fields))), folder.resolve("backups"), Progress.NONE);
        assertThat(outcome.refused()).isEmpty();
        return outcome.written().get(0).backup();
    }

    private static byte[] opus() {
        byte[] tags = join(
                ascii("OpusTags"),
                little(4),
                ascii("Lavf"),
                little(1),
                little("title=Before".length()),
                ascii("title=Before"));
        return join(
                page(2, 0, 0, ascii("OpusHead\1\2\0\0\0\0\0\0\0\0\0")),
                page(0, 0, 1, tags),
                page(0, 48_000, 2, RiffBytes.noise(4_000, 1)),
                page(4, 96_000, 3, RiffBytes.noise(3_000, 2)));
    }

    private static byte[] page(int flags, long granule, int sequence, byte[] packet) {
        ByteArrayOutputStream lacing = new ByteArrayOutputStream();
        for (int left = packet.length; left >= 0; left -= 255) {
            lacing.write(Math.min(left, 255));
        }
        ByteBuffer page =
                ByteBuffer.allocate(27 + lacing.size() + packet.length).order(ByteOrder.LITTLE_ENDIAN);
        page.put(ascii("OggS\0"))
                .put((byte) flags)
                .putLong(granule)
                .putInt(SERIAL)
                .putInt(sequence)
                .putInt(0);
        page.put((byte) lacing.size()).put(lacing.toByteArray()).put(packet);
        page.putInt(22, checksum(page.array()));
        return page.array();
    }

    private record Page(int flags, long granule, int serial, int sequence, byte[] body) {}

    /** All pages of a file, which hold nothing between them, and whose checksums are right. */
    private static List<Page> pages(byte[] file) {
        List<Page> pages = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < file.length; ) {
            assertThat(new String(file, at, 4, StandardCharsets.US_ASCII)).isEqualTo("OggS");
            int header = 27 + (file[at + 26] & 0xFF);
            int body = 0;
            for (int i = at + 27; i < at + header; i++) {
                body += file[i] & 0xFF;
            }
            byte[] page = Arrays.copyOfRange(file, at, at + header + body);
            Arrays.fill(page, 22, 26, (byte) 0);
            assertThat(in.getInt(at + 22)).isEqualTo(checksum(page));
            pages.add(new Page(
                    file[at + 5],
                    in.getLong(at + 6),
                    in.getInt(at + 14),
                    in.getInt(at + 18),
                    Arrays.copyOfRange(page, header, page.length)));
            at += header + body;
        }
        return pages;
    }

    /** Polynomial 0x04C11DB7, a bit at a time. */
    private static int checksum(byte[] page) {
        int sum = 0;
        for (byte b : page) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean carried = sum < 0 ^ (b >> bit & 1) == 1;
                sum = sum << 1 ^ (carried ? 0x04C11DB7 : 0);
            }
        }
        return sum;
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
