package app.earmark.renaming;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Windows, macOS and Linux all take for a file name, so that a library can go from one to another.
 *
 * @see <a href="https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file">Naming Files, Paths, and Namespaces</a>
 */
final class FileNameRules {

    /** Of ext4, and of APFS in UTF-8; NTFS allows 255 UTF-16 units, which is never less. */
    static final int MOST_BYTES = 255;

    private static final Pattern FORBIDDEN =
            Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

    /** Windows takes these for devices, with any extension. */
    private static final Set<String> DEVICES = Set.of(
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6",
            "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6",
            "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³");

    private FileNameRules() {}

    static boolean isForbidden(int codePoint) {
        return FORBIDDEN.matcher(Character.toString(codePoint)).matches();
    }

    /** Free text made fit for a part of a name: composed, blanks single, nothing in it that a file system refuses. */
    static String fit(String text) {
        String plain = FORBIDDEN
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ");
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    /** A stem without dots and blanks at either end: Windows drops those behind, and a dot in front hides the file. */
    static String trimmed(String stem) {
        return stem.replaceAll("^[.\\s\\p{Zs}]+|[.\\s\\p{Zs}]+$", "");
    }

    /** What is wrong with a name, as the end of a sentence that begins with it; empty if nothing is. */
    static Optional<String> fault(String name) {
        String stem = name.replaceFirst("\\..*$", "").strip();
        if (stem.isEmpty() && !name.isEmpty()) {
            return Optional.of("has nothing before its extension");
        }
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (DEVICES.contains(stem.toUpperCase(Locale.ROOT))) {
            return Optional.of("means a device on Windows");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes > MOST_BYTES
                ? Optional.of("is too long by " + (bytes - MOST_BYTES) + (bytes - MOST_BYTES == 1 ? " byte" : " bytes"))
                : Optional.empty();
    }

    /**
     * The form under which two names are one file on some file system: those of Windows and macOS take no notice of case, and
     * macOS none of how accents are composed.
     */
    static String key(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** Whether two names differ in nothing but how their accents are composed. */
    static boolean sameComposed(String name, String other) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).equals(Normalizer.normalize(other, Normalizer.Form.NFC));
    }
}
