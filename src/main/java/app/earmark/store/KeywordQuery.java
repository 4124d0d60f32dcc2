package app.earmark.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A query taken apart. Its words hold letters and digits only, so they can stand in an FTS5 expression as they are.
 *
 * @param words distinct words that count, at most {@link #MOST_WORDS}
 * @param phrase all words of the query in order, folded, for names that hold it literally
 */
record KeywordQuery(List<Word> words, String phrase) {

    static final int MOST_WORDS = 24;

    /** Shorter words are looked for at the beginnings of words only: the index of parts holds three letters at a time. */
    static final int SHORTEST_PART = 3;

    /** Queries of more words are descriptions, whose words are whole. */
    private static final int MOST_WORDS_IN_PARTS = 2;

    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on",
            "or", "over", "that", "the", "then", "this", "to", "with");

    /**
     * @param typed as the person wrote it
     * @param folded without case and diacritics
     * @param stem shortest beginning that other forms of the word share, such as {@code creak} of {@code creaks}
     */
    record Word(String typed, String folded, String stem) {

        /** FTS5 expression for words that begin so; letters and digits need no escaping. */
        String beginning() {
            return "\"" + stem + "\" *";
        }
    }

    static KeywordQuery parse(String text) {
        Map<String, Word> words = new LinkedHashMap<>();
        for (String typed : KeywordText.words(text)) {
            String folded = KeywordText.fold(typed);
            if (!folded.isEmpty()) {
                words.putIfAbsent(folded, new Word(typed, folded, stem(folded)));
            }
        }
        List<Word> meaningful = words.values().stream()
                .filter(w -> !EMPTY_WORDS.contains(w.folded))
                .toList();
        List<Word> used = meaningful.isEmpty() ? List.copyOf(words.values()) : meaningful;
        return new KeywordQuery(used.stream().limit(MOST_WORDS).toList(), KeywordText.folded(text));
    }

    /**
     * The words that are looked for inside others, too. In a longer query these are only words that begin no word of the
     * catalogue: the others are found as they are.
     */
    List<Word> parts(IntPredicate beginsNoWord) {
        return IntStream.range(0, words.size())
                .filter(i -> words.size() <= MOST_WORDS_IN_PARTS || beginsNoWord.test(i))
                .mapToObj(words::get)
                .filter(word -> word.folded.codePointCount(0, word.folded.length()) >= SHORTEST_PART)
                .toList();
    }

    /** FTS5 expression over three letters at a time, for text that may hold one of these words inside another. */
    static String trigrams(List<Word> parts) {
        return parts.stream().map(word -> "(" + trigrams(word.folded) + ")").collect(Collectors.joining(" OR "));
    }

    private static String trigrams(String word) {
        int[] letters = word.codePoints().toArray();
        StringBuilder and = new StringBuilder();
        for (int i = 0; i + SHORTEST_PART <= letters.length; i++) {
            and.append(i == 0 ? "\"" : " AND \"")
                    .append(new String(letters, i, SHORTEST_PART))
                    .append('"');
        }
        return and.toString();
    }

    /** English endings only, and only where four letters are left: {@code doors, creaking, slammed → door, creak, slamm}. */
    private static String stem(String word) {
        for (String ending : List.of("ing", "es", "ed", "s")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 4 && !word.endsWith("ss")) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
