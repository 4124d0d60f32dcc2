package app.earmark.metadata.block;

import app.earmark.metadata.MetadataBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The broadcast extension of a WAV file. Fields that are too short for their text hold the beginning of it.
 *
 * @see <a href="https://tech.ebu.ch/docs/tech/tech3285.pdf">EBU Tech 3285, version 2</a>
 */
public record Bext(byte[] bytes) implements TextBlock {

    /** Bytes of the fields before the coding history. */
    static final int FIXED_BYTES = 602;

    static final int DESCRIPTION_BYTES = 256;
    private static final int ORIGINATOR_BYTES = 32;
    private static final int VERSION_AT = 346;
    private static final int UMID_AT = 348;
    private static final int LOUDNESS_AT = 412;
    private static final String[] LOUDNESS = {
        "LoudnessValue", "LoudnessRange", "MaxTruePeakLevel", "MaxMomentaryLoudness", "MaxShortTermLoudness"
    };
    private static final short NOT_GIVEN = 0x7FFF;

    /** A block that says nothing yet, of version 1. */
    public static Bext empty() {
        byte[] bytes = new byte[FIXED_BYTES];
        bytes[VERSION_AT] = 1;
        return new Bext(bytes);
    }

    @Override
    public MetadataBlock.Kind kind() {
        return MetadataBlock.Kind.BEXT;
    }

    /** {@code TimeReference} in sample frames, {@code UMID} in hex, loudness in LU, LUFS and dBTP. */
    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "Description", 0, DESCRIPTION_BYTES);
        put(values, "Originator", 256, ORIGINATOR_BYTES);
        put(values, "OriginatorReference", 288, 32);
        put(values, "OriginationDate", 320, 10);
        put(values, "OriginationTime", 330, 8);
        if (bytes.length >= 348) {
            ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            values.put("TimeReference", Long.toUnsignedString(numbers.getLong(338)));
            int version = numbers.getShort(VERSION_AT);
            values.put("Version", Integer.toString(version));
            if (version >= 1 && bytes.length >= LOUDNESS_AT) {
                putUmid(values);
            }
            if (version >= 2 && bytes.length >= LOUDNESS_AT + 10) {
                putLoudness(values, numbers);
            }
        }
        if (bytes.length > FIXED_BYTES) {
            put(values, "CodingHistory", FIXED_BYTES, bytes.length - FIXED_BYTES);
        }
        return values;
    }

    private void put(Map<String, String> values, String key, int from, int length) {
        if (from < bytes.length) {
            String text = Texts.untilNul(bytes, from, Math.min(length, bytes.length - from));
            if (!text.isEmpty()) {
                values.put(key, text);
            }
        }
    }

    private void putUmid(Map<String, String> values) {
        byte[] umid = Arrays.copyOfRange(bytes, UMID_AT, LOUDNESS_AT);
        boolean extended = anySet(umid, 32, 64);
        if (extended || anySet(umid, 0, 32)) {
            values.put("UMID", HexFormat.of().withUpperCase().formatHex(umid, 0, extended ? 64 : 32));
        }
    }

    private static boolean anySet(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static void putLoudness(Map<String, String> values, ByteBuffer numbers) {
        for (int i = 0; i < LOUDNESS.length; i++) {
            short hundredths = numbers.getShort(LOUDNESS_AT + 2 * i);
            if (hundredths != NOT_GIVEN) {
                values.put(LOUDNESS[i], String.format(Locale.ROOT, "%.2f", hundredths / 100.0));
            }
        }
    }

    /** What the description and the originator would be; keys that the wish says nothing of are missing. */
    public Map<String, String> settings(WantedFields wanted) {
        Map<String, String> settings = new LinkedHashMap<>();
        fit(settings, wanted, "Description", DESCRIPTION_BYTES);
        fit(settings, wanted, "Originator", ORIGINATOR_BYTES);
        return settings;
    }

    private void fit(Map<String, String> settings, WantedFields wanted, String key, int bytes) {
        String text = wanted.texts().get(key);
        if (text != null) {
            String plain = Texts.ascii(text);
            if (text.isEmpty() || !plain.isEmpty()) {
                settings.put(key, Texts.shortened(plain, bytes));
            }
        }
    }

    /** This block with other texts; everything else, the version too, as it was. */
    public Bext with(Map<String, String> settings) {
        byte[] changed = Arrays.copyOf(bytes, Math.max(bytes.length, FIXED_BYTES));
        settings.forEach((key, text) -> {
            int from = key.equals("Description") ? 0 : DESCRIPTION_BYTES;
            int length = key.equals("Description") ? DESCRIPTION_BYTES : ORIGINATOR_BYTES;
            byte[] plain = text.getBytes(StandardCharsets.US_ASCII);
            Arrays.fill(changed, from, from + length, (byte) 0);
            System.arraycopy(plain, 0, changed, from, plain.length);
        });
        return new Bext(changed);
    }
}
