package app.earmark.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the bytes of a text file stand for characters.
 *
 * @param markBytes length of the byte-order mark
 * @param name for people
 */
record TextEncoding(Charset charset, int markBytes, String name) {

    private static final int SAMPLE_BYTES = 1 << 16;

    static TextEncoding of(Charset charset) {
        return new TextEncoding(charset, 0, charset.name());
    }

    /** Finds out by the mark, by zeros, by whether all of it is UTF-8, and else by which letters make better words. */
    static TextEncoding detect(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SAMPLE_BYTES);
        }
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, "UTF-8 with a byte-order mark");
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, "UTF-16");
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, "UTF-16");
        }
        if (zeros(start, 1) > start.length / 8) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, "UTF-16 without a byte-order mark");
        }
        if (zeros(start, 0) > start.length / 8) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, "UTF-16 without a byte-order mark");
        }
        EightBitGuess guess = new EightBitGuess();
        Utf8Check utf8 = new Utf8Check();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), SAMPLE_BYTES)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                utf8.add(b);
                guess.add(b);
            }
        }
        return utf8.isValid() ? new TextEncoding(StandardCharsets.UTF_8, 0, "UTF-8") : guess.best();
    }

    private static boolean begins(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Reads the file's characters, behind the mark. */
    Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(markBytes);
        return new InputStreamReader(in, charset);
    }
}
