package app.earmark.decode;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The address of a file as FFmpeg wants it. */
final class FilePathBytes {

    private FilePathBytes() {}

    /**
     * {@code file:} and the absolute path, ending in a zero byte. The name's own bytes are kept even where they are not
     * valid in the platform's character set (an old archive, or LANG=C): only a path's URI shows them in Java.
     */
    static byte[] url(Path file) {
        Path absolute = file.toAbsolutePath();
        ByteArrayOutputStream out = new ByteArrayOutputStream(160);
        out.writeBytes("file:".getBytes(StandardCharsets.US_ASCII));
        if (File.separatorChar == '\\') {
            out.writeBytes(absolute.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            String escaped = absolute.toUri().getRawPath();
            for (int i = 0; i < escaped.length(); i++) {
                char c = escaped.charAt(i);
                if (c == '%') {
                    out.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    out.write(c);
                }
            }
        }
        out.write(0);
        return out.toByteArray();
    }
}
