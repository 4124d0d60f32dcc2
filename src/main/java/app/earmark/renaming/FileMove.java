package app.earmark.renaming;

import app.earmark.library.ClipId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is to have another name in its folder.
 *
 * @param clip empty for a file that only belongs to a sound
 */
record FileMove(Optional<ClipId> clip, Path from, Path to) {

    String keyFrom() {
        return FileNameRules.key(from.getFileName().toString());
    }

    String keyTo() {
        return FileNameRules.key(to.getFileName().toString());
    }

    FileMove reversed() {
        return new FileMove(clip, to, from);
    }
}
