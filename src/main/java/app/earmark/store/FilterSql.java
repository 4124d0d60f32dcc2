package app.earmark.store;

import app.earmark.library.ClipFilter;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A filter as a condition on table {@code clip c}. Its length does not depend on how many values the filter holds: each
 * set is one JSON parameter.
 */
final class FilterSql {

    private static final String IN = " in (select value from json_each(?))";
    private static final String SEPARATOR = FileSystems.getDefault().getSeparator();
    private static final String BELOW_ONE = "c.id in (select f.id from json_each(?) r join clip f"
            + " on f.path >= r.value ->> 0 and f.path < r.value ->> 1)";
    private static final String IN_ONE_NAMED =
            "exists (select 1 from json_each(?) n where instr(" + PathKey.SQL + "(c.path), n.value) > 0)";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    FilterSql(ClipFilter filter) {
        if (!filter.libraries().isEmpty()) {
            add("c.library" + IN, JsonArrays.ofLibraries(filter.libraries()));
        }
        folders(filter);
        tags(filter);
        oneOf("c.format collate nocase", filter.formats());
        oneOf("c.sample_rate_hz", filter.sampleRatesHz());
        oneOf("c.channels", filter.channels());
        filter.minSeconds().ifPresent(least -> add("c.duration_seconds >= ?", least));
        filter.maxSeconds().ifPresent(most -> add("c.duration_seconds <= ?", most));
        if (!filter.includeOffline()) {
            conditions.add("c.offline = 0");
        }
        for (ClipFilter except : filter.except()) {
            FilterSql sql = new FilterSql(except);
            // what is not known of a clip, such as its rate before it was probed, excludes it from nothing
            conditions.add("(" + sql.condition() + ") is not true");
            parameters.addAll(sql.parameters());
        }
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** The condition, never empty. */
    String condition() {
        return conditions.isEmpty() ? "1" : String.join(" and ", conditions);
    }

    List<Object> parameters() {
        return parameters;
    }

    private void tags(ClipFilter filter) {
        List<String> sources =
                filter.tagSources().stream().map(TagSource::code).sorted().toList();
        if (!filter.categories().isEmpty() && sources.isEmpty()) {
            oneOf("c.category", filter.categories());
        } else if (!filter.categories().isEmpty()) {
            hasTag("t.category" + IN, sources, JsonArrays.of(filter.categories()));
        }
        if (!filter.tags().isEmpty()) {
            hasTag(
                    "t.label_key" + IN,
                    sources,
                    JsonArrays.of(
                            filter.tags().stream().map(TagPrecedence::keyOf).toList()));
        }
        if (!sources.isEmpty()
                && filter.categories().isEmpty()
                && filter.tags().isEmpty()
                && filter.tagged().isEmpty()) {
            hasTag("1", sources);
        }
        filter.tagged().ifPresent(tagged -> {
            if (tagged) {
                hasTag("1", sources);
            } else {
                conditions.add("not " + hasTagSql("1", sources));
                addSources(sources);
            }
        });
    }

    private void hasTag(String condition, List<String> sources, Object... values) {
        add(hasTagSql(condition, sources), values);
        addSources(sources);
    }

    private static String hasTagSql(String condition, List<String> sources) {
        return "c.id in (select t.clip from clip_tag t where " + condition
                + (sources.isEmpty() ? "" : " and t.source" + IN) + ")";
    }

    private void addSources(List<String> sources) {
        if (!sources.isEmpty()) {
            parameters.add(JsonArrays.of(sources));
        }
    }

    /** Clips below one of these folders, given whole or by name. */
    private void folders(ClipFilter filter) {
        List<String> either = new ArrayList<>();
        if (!filter.folders().isEmpty()) {
            either.add(BELOW_ONE);
            parameters.add(JsonArrays.of(ranges(filter.folders())));
        }
        if (!filter.folderNames().isEmpty()) {
            either.add(IN_ONE_NAMED);
            parameters.add(JsonArrays.of(filter.folderNames().stream()
                    .map(name -> PathKey.of(SEPARATOR + name.replace("/", SEPARATOR) + SEPARATOR))
                    .toList()));
        }
        if (!either.isEmpty()) {
            conditions.add("(" + String.join(" or ", either) + ")");
        }
    }

    /** Everything below a folder is one range of the index over paths, for each way in which its accents may be composed. */
    private static List<List<String>> ranges(List<String> folders) {
        char afterSeparator = (char) (SEPARATOR.charAt(0) + 1);
        List<List<String>> ranges = new ArrayList<>();
        for (String folder : folders) {
            String bare = folder.endsWith(SEPARATOR) ? folder.substring(0, folder.length() - 1) : folder;
            for (String form : PathKey.compositions(bare)) {
                ranges.add(List.of(form + SEPARATOR, form + afterSeparator));
            }
        }
        return ranges;
    }

    private void oneOf(String expression, Collection<?> values) {
        if (!values.isEmpty()) {
            add(expression + IN, JsonArrays.of(values));
        }
    }

    private void add(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
    }
}
