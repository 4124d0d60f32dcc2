package app.earmark.metadata.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Why a file is not written, in a sentence each. */
final class Refusals {

    private Refusals() {}

    static MetadataRefused changed(Path file) {
        return new MetadataRefused(
                file + " has changed since it was looked at, and was left as it is; scan its folder and try again.");
    }

    static MetadataRefused readOnly(Path file) {
        return new MetadataRefused(file + " is read-only, and was left as it is; allow writing it and try again.");
    }

    static MetadataRefused notVerified(Path file, String what) {
        return new MetadataRefused(file + " was left as it is, because " + what + " when it was read back.");
    }

    static MetadataRefused noRoom(Path file, Throwable cause) {
        return new MetadataRefused(
                file + " was left as it is, because its disk is full; it needs room for a second copy of the file.",
                cause);
    }

    static MetadataRefused unknownKind(Path file) {
        return new MetadataRefused(
                file + " is of a kind that Earmark does not write metadata into; it writes WAV, AIFF,"
                        + " FLAC, Ogg Vorbis, Opus, MP3 and MP4 files.");
    }

    static MetadataRefused unexpected(Path file, Throwable cause) {
        return new MetadataRefused(
                file + " was left as it is, because something unexpected happened; the log says more.", cause);
    }

    static String noBackup(Path file, Path backup) {
        return file + " can't be put back: its backup " + backup + " is not there or is damaged.";
    }

    static MetadataRefused of(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new MetadataRefused("There is no file " + file + "; scan its folder again.", e);
        }
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space") || lower.contains("not enough space") || lower.contains("quota")) {
            return noRoom(file, e);
        }
        if (e instanceof AccessDeniedException || lower.contains("read-only") || lower.contains("not permitted")) {
            return new MetadataRefused(
                    file + " was left as it is, because its folder can't be written to; allow that and try again.", e);
        }
        return new MetadataRefused(file + " was left as it is, because writing failed (" + reason + ").", e);
    }
}
