package app.earmark.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** What can be said about a file before a decoder sees it. */
final class SoundFileStart {

    private static final List<String> MAGIC =
            List.of("RIFF", "RF64", "BW64", "riff", "FORM", "fLaC", "OggS", "wvpk", "caff", ".snd", "ID3", "0&\u00B2u");

    private SoundFileStart() {}

    /** @return size in bytes, at least 1 */
    static long checkedSize(Path file) throws UndecodableFile {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw FailureSentences.notAudio(file);
            }
            if (attributes.size() == 0) {
                throw FailureSentences.empty(file);
            }
            return attributes.size();
        } catch (IOException e) {
            throw readFailure(file, e);
        }
    }

    static UndecodableFile readFailure(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return FailureSentences.vanished(file, e);
        }
        return e instanceof AccessDeniedException
                ? FailureSentences.unreadable(file, e)
                : FailureSentences.readError(file, e);
    }

    /** Why a file whose size is known to be positive could not be opened or gave no sound. */
    static UndecodableFile explain(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            boolean sound = MAGIC.stream().anyMatch(start::startsWith) || start.startsWith("ftyp", 4);
            return sound ? FailureSentences.truncated(file) : FailureSentences.notAudio(file);
        } catch (IOException e) {
            return readFailure(file, e);
        }
    }
}
