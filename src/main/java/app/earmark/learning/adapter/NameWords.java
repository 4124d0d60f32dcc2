package app.earmark.learning.adapter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a name: lower case, each once, without numbers, single letters and what every recorder writes. */
public final class NameWords {

    private static final Pattern EXTENSION = Pattern.compile("\\.(?=[^.]*\\p{L})[\\p{L}\\p{N}]{1,5}$");
    /** Where a word ends: in {@code DoorCreak}, {@code UFOLanding}, {@code Metal02}, {@code wood_hit-3}. */
    private static final Pattern BOUNDARY =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}\\p{M}']+");

    /** Words that say how a file came about, not how it sounds. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "audio",
            "bip",
            "bounce",
            "bounced",
            "clip",
            "copy",
            "edit",
            "export",
            "file",
            "final",
            "fx",
            "flac",
            "hz",
            "khz",
            "bit",
            "master",
            "mastered",
            "mix",
            "mixdown",
            "mono",
            "mp3",
            "new",
            "ogg",
            "rec",
            "record",
            "recorded",
            "recording",
            "render",
            "rendered",
            "rev",
            "sample",
            "samples",
            "sfx",
            "sound",
            "sounds",
            "snd",
            "stereo",
            "take",
            "temp",
            "test",
            "tmp",
            "track",
            "unknown",
            "unnamed",
            "untitled",
            "ver",
            "version",
            "wav",
            "zoom",
            "dr",
            "tascam",
            "h4n",
            "dsc",
            "mov",
            "img",
            "vid",
            "var",
            "the",
            "of",
            "and",
            "with",
            "a",
            "an",
            "in",
            "on",
            "to");

    private NameWords() {}

    /** The words of a file's name, whose extension is passed over; empty for a junk name such as {@code REC0001.wav}. */
    public static List<String> ofFile(String fileName) {
        return of(EXTENSION.matcher(fileName).replaceFirst(""));
    }

    /** The words of a name, a description or a query; empty where none says anything. */
    public static List<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String piece : BOUNDARY.split(text)) {
            String word = piece.replace("'", "").toLowerCase(Locale.ROOT);
            if (word.codePointCount(0, word.length()) > 1 && !EMPTY_WORDS.contains(word)) {
                words.add(word);
            }
        }
        boolean telling = words.stream().anyMatch(word -> word.length() > 2 || isIdeographic(word));
        return telling ? List.copyOf(words) : List.of();
    }

    /** Whether two names share at least half of their words, and so count as one name for what is looked for. */
    public static boolean alike(Set<String> a, Set<String> b) {
        Set<String> smaller = a.size() < b.size() ? a : b;
        Set<String> larger = smaller == a ? b : a;
        int shared = 0;
        for (String word : smaller) {
            shared += larger.contains(word) ? 1 : 0;
        }
        return 2 * shared >= larger.size();
    }

    private static boolean isIdeographic(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic);
    }
}
