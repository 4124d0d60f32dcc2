package app.earmark.metadata.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places and lengths as EBU Tech 3285 gives them. */
class BextTest {

    @Test
    void everyFieldIsReadFromItsPlace() {
        ByteBuffer bext = ByteBuffer.allocate(602 + 5).order(ByteOrder.LITTLE_ENDIAN);
        put(bext, 0, "Old door");
        put(bext, 256, "Recorder");
        put(bext, 288, "REF1");
        put(bext, 320, "2021-03-09");
        put(bext, 330, "14:05:06");
        bext.putLong(338, 5_000_000_000L).putShort(346, (short) 2);
        for (int i = 0; i < 32; i++) {
            bext.put(348 + i, (byte) i);
        }
        bext.putShort(412, (short) -2310);
        bext.putShort(414, (short) 550);
        bext.putShort(416, (short) -105);
        bext.putShort(418, (short) 0x7FFF);
        bext.putShort(420, (short) -1900);
        put(bext, 602, "A=PCM");
        assertThat(new Bext(bext.array()).values())
                .isEqualTo(Map.ofEntries(
                        Map.entry("Description", "Old door"),
                        Map.entry("Originator", "Recorder"),
                        Map.entry("OriginatorReference", "REF1"),
                        Map.entry("OriginationDate", "2021-03-09"),
                        Map.entry("OriginationTime", "14:05:06"),
                        Map.entry("TimeReference", "5000000000"),
                        Map.entry("Version", "2"),
                        Map.entry("UMID", "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F"),
                        Map.entry("LoudnessValue", "-23.10"),
                        Map.entry("LoudnessRange", "5.50"),
                        Map.entry("MaxTruePeakLevel", "-1.05"),
                        Map.entry("MaxShortTermLoudness", "-19.00"),
                        Map.entry("CodingHistory", "A=PCM")));
    }

    @Test
    void anExtendedUmidHasSixtyFourBytes() {
        byte[] bext = Bext.empty().bytes();
        bext[348 + 63] = (byte) 0xAB;
        assertThat(new Bext(bext).values().get("UMID")).hasSize(128).endsWith("00AB");
    }

    @Test
    void versionsWithoutUmidOrLoudnessShowNone() {
        byte[] bext = new byte[602];
        Arrays.fill(bext, 348, 422, (byte) 1);
        assertThat(new Bext(bext).values()).doesNotContainKeys("UMID", "LoudnessValue");
        bext[346] = 1;
        assertThat(new Bext(bext).values()).containsKey("UMID").doesNotContainKey("LoudnessValue");
    }

    @Test
    void aBlockThatIsTooShortIsReadAsFarAsItGoes() {
        byte[] start = "Old".getBytes(StandardCharsets.US_ASCII);
        assertThat(new Bext(start).values()).isEqualTo(Map.of("Description", "Old"));
        assertThat(new Bext(Arrays.copyOf(start, 348)).values())
                .isEqualTo(Map.of("Description", "Old", "TimeReference", "0", "Version", "0"));
    }

    @Test
    void writingChangesTheTwoTextsAndNotAnotherByte() {
        byte[] before = new byte[700];
        Arrays.fill(before, (byte) 'x');
        byte[] after = new Bext(before)
                .with(Map.of("Description", "Door", "Originator", "Ann"))
                .bytes();
        byte[] wanted = before.clone();
        Arrays.fill(wanted, 0, 288, (byte) 0);
        System.arraycopy("Door".getBytes(StandardCharsets.US_ASCII), 0, wanted, 0, 4);
        System.arraycopy("Ann".getBytes(StandardCharsets.US_ASCII), 0, wanted, 256, 3);
        assertThat(after).isEqualTo(wanted);
    }

    @Test
    void whatIsTooLongEndsAtAWordAndWhatAsciiLacksIsSpelt() {
        WantedFields wanted = new WantedFields(
                Map.of("Description", "word ".repeat(60), "Originator", "Größe „Ĺ” 雨 " + "y".repeat(40)), Map.of());
        Map<String, String> settings = Bext.empty().settings(wanted);
        assertThat(settings.get("Description")).hasSizeLessThanOrEqualTo(256).endsWith(" word");
        assertThat(settings.get("Originator")).hasSize(32).startsWith("Grosse \"L\" ? yyy");
        assertThat(Bext.empty().settings(new WantedFields(Map.of("Description", "雨の音"), Map.of())))
                .isEmpty();
        assertThat(Bext.empty().settings(new WantedFields(Map.of("Description", ""), Map.of())))
                .isEqualTo(Map.of("Description", ""));
    }

    private static void put(ByteBuffer bext, int at, String text) {
        bext.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
