package app.earmark.decode;

import java.nio.file.Path;

/** The one place where failures of decoding are worded. Codes are documented at {@link UndecodableFile}. */
final class FailureSentences {

    private FailureSentences() {}

    static UndecodableFile empty(Path file) {
        return failure(file, "EMPTY_FILE", "%s is empty (0 bytes); copy it again from its source.", null);
    }

    static UndecodableFile notAudio(Path file) {
        return failure(
                file,
                "NOT_AUDIO",
                "%s is not a sound file of a kind Earmark knows; check what it is, or rename or remove it.",
                null);
    }

    static UndecodableFile truncated(Path file) {
        return failure(
                file,
                "TRUNCATED",
                "%s is cut off or damaged and holds no sound that can be read; copy it again from its source.",
                null);
    }

    static UndecodableFile unreadable(Path file, Throwable cause) {
        return failure(
                file, "UNREADABLE", "%s may not be read; give yourself permission to read it, then rescan.", cause);
    }

    static UndecodableFile readError(Path file, Throwable cause) {
        return failure(
                file,
                "READ_ERROR",
                "%s could not be read to its end; check the disk or network drive it is on, then rescan.",
                cause);
    }

    static UndecodableFile vanished(Path file, Throwable cause) {
        return failure(file, "VANISHED", "%s is no longer there; reconnect its drive or rescan its folder.", cause);
    }

    static UndecodableFile noSound(Path file) {
        return failure(file, "NO_SOUND", "%s has no sound track; remove it from the library folder if unwanted.", null);
    }

    static UndecodableFile tooManyFiles(Path file) {
        return failure(
                file,
                "TOO_MANY_FILES",
                "%s could not be opened because too many files are open; close other programs, then rescan.",
                null);
    }

    static UndecodableFile unsupported(Path file, String codec) {
        return failure(
                file,
                "UNSUPPORTED_CODEC",
                "%s is coded as \"" + codec + "\", which Earmark can't decode; convert it to WAV or FLAC.",
                null);
    }

    static UndecodableFile changesFormat(Path file) {
        return failure(
                file,
                "CHANGES_FORMAT",
                "%s changes its sample rate or channels midway; split it into one file for each.",
                null);
    }

    static UndecodableFile notFinite(Path file) {
        return failure(
                file,
                "NOT_FINITE",
                "%s holds floating-point values that are no sound (NaN, infinite or absurdly large); export it again.",
                null);
    }

    private static UndecodableFile failure(Path file, String code, String sentence, Throwable cause) {
        Path name = file.getFileName() == null ? file : file.getFileName();
        String printable = name.toString().replaceAll("\\p{Cntrl}", "\uFFFD");
        return new UndecodableFile(file, code, sentence.formatted("\"" + printable + "\""), cause);
    }
}
