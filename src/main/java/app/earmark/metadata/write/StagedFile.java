package app.earmark.metadata.write;

import app.earmark.library.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that is written and verified, and waits for the original's name.
 *
 * @param named as the caller named it
 * @param real what the name leads to
 * @param look of the original when its bytes were read
 * @param hash SHA-256 of what was written
 */
record StagedFile(Path named, Path real, FileLook look, PartFile part, String hash, long length) {

    /** Takes the original's place, if that is still what was read. */
    WrittenFile takeOver(Path backup) throws MetadataRefused {
        try {
            BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class);
            if (now.size() != look.times().size()
                    || !now.lastModifiedTime().equals(look.times().lastModifiedTime())) {
                throw Refusals.changed(named);
            }
            part.takeOver();
            return new WrittenFile(named, stamp(look.times(), length), hash, backup);
        } catch (IOException e) {
            throw Refusals.of(named, e);
        } finally {
            part.close();
        }
    }

    static FileStamp stamp(BasicFileAttributes attributes, long length) {
        return new FileStamp(length, attributes.lastModifiedTime().toMillis());
    }
}
