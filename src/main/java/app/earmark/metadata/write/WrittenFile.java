package app.earmark.metadata.write;

import app.earmark.library.FileStamp;
import java.nio.file.Path;

/**
 * A file that was written, or put back.
 *
 * @param file as it was named
 * @param stamp of the file now
 * @param contentHash SHA-256 of the whole file now, in lower-case hex
 * @param backup where that lies which brings its former content back
 */
public record WrittenFile(Path file, FileStamp stamp, String contentHash, Path backup) {}
