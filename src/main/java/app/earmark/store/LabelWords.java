package app.earmark.store;

import app.earmark.library.LabelNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words by which labels are found: their own, those of their names and their synonyms. A catalogue has a thousand labels
 * and a hundred thousand tags, so words are looked for among labels, and clips by the labels found.
 */
final class LabelWords {

    private static final String SEPARATOR = " ";

    private final LabelNames names;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private List<Known> snapshot = List.of();
    private long newest;

    LabelWords(LabelNames names) {
        this.names = names;
    }

    /** @param words folded, with a blank before and after each */
    private record Known(String key, String label, String words) {}

    /** Records labels that tags are about to have. */
    static void met(Connection c, Map<String, String> keysByLabel) throws SQLException {
        try (SqlBatch batch =
                new SqlBatch(c, "insert into label (label, label_key) values (?, ?) on conflict do nothing")) {
            for (Map.Entry<String, String> label : keysByLabel.entrySet()) {
                batch.add(label.getKey(), label.getValue());
            }
        }
    }

    /** Clips with a tag whose words, each with a blank before and after, pass. */
    BitSet clips(Connection c, Predicate<String> words) throws SQLException {
        List<Known> all = all(c);
        Set<String> keys = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        for (Known label : all) {
            if (words.test(label.words)) {
                keys.add(label.key);
                labels.add(label.label);
            }
        }
        if (keys.isEmpty()) {
            return new BitSet();
        }
        boolean allSpellings =
                all.stream().allMatch(label -> !keys.contains(label.key) || labels.contains(label.label));
        // the index over keys suffices, unless one that is no CatID is spelt like one that is
        String tagged =
                "select group_concat(clip, ' ') from clip_tag where label_key in (select value from json_each(?))";
        SqlQuery found = allSpellings
                ? new SqlQuery(c, tagged, JsonArrays.of(keys))
                : new SqlQuery(
                        c,
                        tagged + " and label in (select value from json_each(?))",
                        JsonArrays.of(keys),
                        JsonArrays.of(labels));
        return ClipSets.of(found.first(row -> row.getString(1)).orElse(""));
    }

    /** The words of clips' tags, each with a blank before and after; clips without any have no entry. */
    Map<Long, String> ofClips(Connection c, String clips) throws SQLException {
        all(c);
        Map<Long, String> words = new HashMap<>();
        new SqlQuery(c, "select clip, label from clip_tag where clip in (select value from json_each(?))", clips)
                .each(row -> words.merge(row.getLong(1), wordsOf(row.getString(2)), String::concat));
        return words;
    }

    private synchronized String wordsOf(String label) {
        return known.get(label).words;
    }

    /** Those committed since they were last asked for are read; the rest is remembered. */
    private synchronized List<Known> all(Connection c) throws SQLException {
        new SqlQuery(c, "select id, label, label_key from label where id > ?", newest).each(row -> {
            String label = row.getString(2);
            String text = label + SEPARATOR + names.nameOf(label) + SEPARATOR + names.synonymsOf(label);
            known.put(label, new Known(row.getString(3), label, SEPARATOR + KeywordText.folded(text) + SEPARATOR));
            newest = Math.max(newest, row.getLong(1));
        });
        if (snapshot.size() < known.size()) {
            snapshot = List.copyOf(known.values());
        }
        return snapshot;
    }
}
