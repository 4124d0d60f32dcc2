package app.earmark.library;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One sound file in the catalogue.
 *
 * @param path absolute path of the file
 * @param facts absent until the file was probed, or when it can't be
 * @param offline true while the file is not where it was; its record, tags and embedding stay
 * @param failure why it could not be listened to, when {@code state} is {@link ClipState#FAILED}
 */
public record Clip(
        ClipId id,
        LibraryId library,
        Path path,
        FileStamp stamp,
        Optional<AudioFacts> facts,
        ClipState state,
        boolean offline,
        Optional<ClipFailure> failure) {

    public String fileName() {
        return path.getFileName().toString();
    }
}
