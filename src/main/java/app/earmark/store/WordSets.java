package app.earmark.store;

import app.earmark.store.KeywordQuery.Word;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which clips hold a word: in name, fields or path by the index over those, in tags by the labels that have it. */
final class WordSets {

    private final Connection connection;
    private final LabelWords labels;

    WordSets(Connection connection, LabelWords labels) {
        this.connection = connection;
        this.labels = labels;
    }

    /** FTS5 expression for text in which a word begins like one of these. */
    static String anyOf(Collection<Word> words) {
        return words.stream().map(Word::beginning).collect(Collectors.joining(" OR "));
    }

    /** FTS5 expression for text in which words begin like all of these. */
    static String allOf(Collection<Word> words) {
        return words.stream().map(Word::beginning).collect(Collectors.joining(" AND "));
    }

    /** Clips with a tag in which a word begins like one of these. */
    BitSet tagged(Collection<Word> words) throws SQLException {
        return labels.clips(connection, text -> words.stream().anyMatch(word -> text.contains(" " + word.stem())));
    }

    /** Clips with a tag that has one of these inside a word. */
    BitSet taggedWithParts(Collection<Word> words) throws SQLException {
        return labels.clips(connection, text -> words.stream().anyMatch(word -> text.contains(word.folded())));
    }

    /** Clips of an FTS5 expression over their text. */
    BitSet texts(String index, String expression) throws SQLException {
        return ClipSets.of(new SqlQuery(
                        connection,
                        "select group_concat(rowid, ' ') from " + index + " where " + index + " match ?",
                        expression)
                .first(row -> row.getString(1))
                .orElse(""));
    }

    /** Clips in which a word begins so, wherever it stands. */
    BitSet holding(Word word) throws SQLException {
        BitSet holding = tagged(List.of(word));
        holding.or(texts("clip_word", word.beginning()));
        return holding;
    }

    /** Clips in whose name, tags, fields and path a word begins so. */
    List<BitSet> columns(Word word) throws SQLException {
        return List.of(
                texts("clip_word", "name : " + word.beginning()),
                tagged(List.of(word)),
                texts("clip_word", "fields : " + word.beginning()),
                texts("clip_word", "path : " + word.beginning()));
    }

    /** The clips of an FTS5 expression by BM25, best first. */
    int[] ranked(String expression) throws SQLException {
        String ids = new SqlQuery(
                        connection,
                        "select group_concat(rowid, ' ' order by rank) from clip_word where clip_word match ?",
                        expression)
                .first(row -> row.getString(1))
                .orElse("");
        IntStream.Builder ranked = IntStream.builder();
        ClipSets.each(ids, ranked);
        return ranked.build().toArray();
    }

    /** How many {@link #holding} has. */
    long count(Word word) throws SQLException {
        BitSet tagged = tagged(List.of(word));
        if (tagged.isEmpty()) {
            return new SqlQuery(connection, "select count(*) from clip_word where clip_word match ?", word.beginning())
                    .number();
        }
        tagged.or(texts("clip_word", word.beginning()));
        return tagged.cardinality();
    }
}
