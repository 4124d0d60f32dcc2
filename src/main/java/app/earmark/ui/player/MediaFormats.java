package app.earmark.ui.player;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which files JavaFX Media can be expected to play: plain PCM WAV (not WAVE_FORMAT_EXTENSIBLE, not floating point), AIFF
 * (not AIFC), MP3 and M4A. An M4A may still turn out to hold a codec it refuses.
 */
final class MediaFormats {

    private static final int START_BYTES = 4096;
    private static final int PCM = 1;

    private MediaFormats() {}

    /** Reads the file's first bytes; false also for a file that can't be read. */
    static boolean plays(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return plays(ByteBuffer.wrap(in.readNBytes(START_BYTES)).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean plays(ByteBuffer start) {
        if (start.limit() < 12) {
            return false;
        }
        String kind = letters(start, 8);
        return switch (letters(start, 0)) {
            case "RIFF" -> kind.equals("WAVE") && wavFormat(start) == PCM;
            case "FORM" -> kind.equals("AIFF");
            default ->
                letters(start, 0).startsWith("ID3")
                        || letters(start, 4).equals("ftyp") && kind.startsWith("M4A")
                        || mpegLayer3(start);
        };
    }

    private static int wavFormat(ByteBuffer start) {
        long at = 12;
        while (at + 10 <= start.limit()) {
            if (letters(start, (int) at).equals("fmt ")) {
                return start.getShort((int) at + 8) & 0xFFFF;
            }
            long length = start.getInt((int) at + 4) & 0xFFFFFFFFL;
            at += 8 + length + (length & 1);
        }
        return -1;
    }

    private static boolean mpegLayer3(ByteBuffer start) {
        return (start.get(0) & 0xFF) == 0xFF && (start.get(1) & 0xE6) == 0xE2;
    }

    private static String letters(ByteBuffer start, int at) {
        return StandardCharsets.ISO_8859_1.decode(start.slice(at, 4)).toString();
    }
}
