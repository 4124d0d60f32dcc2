package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.OptionalDouble;

/**
 * Length of a raw AAC file, whose container (ADTS, ISO/IEC 13818-7 annex A) has no header to state it: the frame headers
 * are walked, 1024 samples of the core rate each.
 */
final class AdtsLength {

    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };
    private static final int HEADER_BYTES = 7;

    private AdtsLength() {}

    static OptionalDouble seconds(SoundContainer container, SampleRate decoded) {
        if (container.hasTimestamps()) {
            return OptionalDouble.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(container.file()), 1 << 16)) {
            return seconds(in, decoded);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble seconds(InputStream in, SampleRate decoded) throws IOException {
        double seconds = 0;
        byte[] head = new byte[HEADER_BYTES];
        while (in.readNBytes(head, 0, HEADER_BYTES) == HEADER_BYTES) {
            if ((head[0] & 0xFF) != 0xFF || (head[1] & 0xF6) != 0xF0) {
                return OptionalDouble.empty();
            }
            int index = head[2] >> 2 & 15;
            int core = index < RATES.length ? RATES[index] : decoded.hertz();
            int length = (head[3] & 3) << 11 | (head[4] & 0xFF) << 3 | (head[5] & 0xFF) >> 5;
            int blocks = (head[6] & 3) + 1;
            if (length < HEADER_BYTES) {
                return OptionalDouble.empty();
            }
            in.skipNBytes(length - HEADER_BYTES);
            seconds += 1024.0 * blocks / core;
        }
        return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }
}
