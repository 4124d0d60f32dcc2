package app.earmark.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text as the keyword index holds it: words of letters and digits only, lower-case, without diacritics, one blank between
 * them. Since nothing else is left, neither a file name nor a query can mean anything to the index but words.
 */
final class KeywordText {

    /** Where a name changes its case or from letters to digits: {@code DSGN|Dist}, {@code door|Slam}, {@code take|02}. */
    private static final Pattern SEAM = Pattern.compile(
            "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L}{2})(?=\\p{N})|(?<=\\p{N}{2})(?=\\p{L}{2})");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String[][] LETTERS_WITHOUT_DECOMPOSITION = {
        {"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"ø", "o"}, {"ł", "l"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ı", "i"}
    };

    private KeywordText() {}

    /** Words of a text, in order, as the person wrote them. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i <= composed.length(); ) {
            int c = i < composed.length() ? composed.codePointAt(i) : -1;
            boolean partOfWord = c >= 0 && isPartOfWord(c);
            if (partOfWord && start < 0) {
                start = i;
            } else if (!partOfWord && start >= 0) {
                words.add(composed.substring(start, i));
                start = -1;
            }
            i += c < 0 ? 1 : Character.charCount(c);
        }
        return words;
    }

    /** A word without case and diacritics; may come out empty. */
    static String fold(String word) {
        if (isPlain(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String folded = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String[] letter : LETTERS_WITHOUT_DECOMPOSITION) {
            folded = folded.replace(letter[0], letter[1]);
        }
        return String.join("", words(folded));
    }

    /** Letters and digits of ASCII alone, as nearly all words are: there case is all there is to fold. */
    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** All words of a text, folded. */
    static String folded(String text) {
        return String.join(" ", foldedWords(text));
    }

    /** All words of a name, folded, and after them the parts of those written without a gap. */
    static String foldedName(String name) {
        List<String> all = foldedWords(name);
        Set<String> parts = new LinkedHashSet<>();
        for (String word : words(name)) {
            String[] pieces = SEAM.split(word);
            if (pieces.length > 1) {
                for (String piece : pieces) {
                    parts.add(fold(piece));
                }
            }
        }
        parts.removeAll(Set.copyOf(all));
        parts.remove("");
        all.addAll(parts);
        return String.join(" ", all);
    }

    static List<String> foldedWords(String text) {
        List<String> folded = new ArrayList<>();
        for (String word : words(text)) {
            String plain = fold(word);
            if (!plain.isEmpty()) {
                folded.add(plain);
            }
        }
        return folded;
    }

    private static boolean isPartOfWord(int c) {
        switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER:
            case Character.LOWERCASE_LETTER:
            case Character.TITLECASE_LETTER:
            case Character.MODIFIER_LETTER:
            case Character.OTHER_LETTER:
            case Character.DECIMAL_DIGIT_NUMBER:
            case Character.LETTER_NUMBER:
            case Character.OTHER_NUMBER:
            case Character.NON_SPACING_MARK:
            case Character.COMBINING_SPACING_MARK:
            case Character.ENCLOSING_MARK:
                return true;
            default:
                return false;
        }
    }
}
