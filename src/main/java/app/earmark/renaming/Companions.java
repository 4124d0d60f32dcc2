package app.earmark.renaming;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/**
 * Files that belong to a sound and are found by its name: those called like it with something appended ({@code hit.wav.reapeaks,
 * hit.wav.asd}), and those that have another extension in its place and are of a kind known to go with sounds ({@code
 * hit.pkf, hit.txt}), where nothing else, such as another sound, has the same stem.
 */
final class Companions {

    private static final Set<String> KINDS = Set.of(
            "txt",
            "xml",
            "json",
            "xmp",
            "csv",
            "cue",
            "srt",
            "pdf",
            "nfo",
            "mid",
            "pkf",
            "pk",
            "sfk",
            "sfl",
            "sfap0",
            "ovw",
            "wfm",
            "peak",
            "gpk",
            "asd",
            "reapeaks",
            "rpp",
            "hdp",
            "h2p",
            "regions",
            "jpg",
            "jpeg",
            "png");

    private Companions() {}

    /**
     * @param sound its file name
     * @param names all names in its folder
     */
    static List<String> of(String sound, NavigableSet<String> names) {
        String stem = NameFields.stemOf(sound);
        List<String> kin = names.subSet(stem + ".", stem + "/").stream() // '/' comes after '.'
                .filter(name -> !name.equals(sound))
                .toList();
        boolean shared = kin.stream()
                .map(name -> name.substring(stem.length() + 1))
                .anyMatch(rest -> rest.indexOf('.') < 0 && !isKind(rest));
        return kin.stream()
                .filter(name -> name.startsWith(sound + ".") || (!shared && isKind(name.substring(stem.length() + 1))))
                .toList();
    }

    private static boolean isKind(String extension) {
        return KINDS.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** The move that keeps a companion beside its sound. */
    static FileMove move(Path companion, Path sound, Path target) {
        String name = companion.getFileName().toString();
        String whole = sound.getFileName().toString();
        String renamed = name.startsWith(whole + ".")
                ? target.getFileName() + name.substring(whole.length())
                : NameFields.stemOf(target.getFileName().toString())
                        + name.substring(NameFields.stemOf(whole).length());
        return new FileMove(Optional.empty(), companion, companion.resolveSibling(renamed));
    }
}
