package app.earmark.scan;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which file names are taken for sounds, and which folders never hold any of a person's. */
final class SoundFileNames {

    private static final Set<String> EXTENSIONS = Set.of(
            "wav", "wave", "bwf", "rf64", "bw64", "w64", "aif", "aiff", "aifc", "flac", "fla", "ogg", "oga", "opus",
            "spx", "mp3", "mp2", "mpga", "m4a", "m4b", "m4r", "mp4", "aac", "alac", "caf", "au", "snd", "wv", "wma",
            "ape", "tta", "mka", "ac3", "amr", "3gp", "voc", "dsf", "dff", "mpc", "tak");

    /** Folders that systems and archives leave behind, compared without case. */
    private static final Set<String> SYSTEM_FOLDERS = Set.of(
            "__macosx",
            "$recycle.bin",
            "system volume information",
            "lost+found",
            "@eadir",
            "#recycle",
            "network trash folder");

    private SoundFileNames() {}

    static boolean isSound(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Dot names, which take in macOS's {@code ._} companions and {@code .DS_Store}. */
    static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    static boolean isSystemFolder(Path folder) {
        return SYSTEM_FOLDERS.contains(folder.getFileName().toString().toLowerCase(Locale.ROOT));
    }
}
