package app.earmark.library;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an edit did to one sound file.
 *
 * @param clip the file's record, where the catalogue has one
 * @param before where the file was; absolute
 * @param after where it is now; the same when only its metadata was written
 * @param backup what brings its former content back; empty for a rename
 */
public record FileChange(Optional<ClipId> clip, Path before, Path after, Optional<Path> backup) {}
