package app.earmark.ui.search;

import app.earmark.library.TagSource;
import app.earmark.ui.tags.LabelChoice;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.text.ClipText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can stand behind each key of the search box. */
public final class QueryValues {

    private static final int MOST = 12;

    private final LabelChoices labels;
    private final FilterViewModel filters;
    private final Map<String, Supplier<Collection<String>>> fixed;

    /** @param categories UCS Category names */
    public QueryValues(LabelChoices labels, FilterViewModel filters, List<String> categories) {
        this.labels = labels;
        this.filters = filters;
        fixed = Map.of(
                "source",
                        () -> Stream.of(TagSource.values()).map(TagSource::code).toList(),
                "category", () -> categories,
                "format",
                        () -> filters.formats().stream()
                                .map(format -> format.toLowerCase(Locale.ROOT))
                                .toList(),
                "rate",
                        () -> filters.rates().stream()
                                .map(ClipText::kiloHertz)
                                .map(rate -> rate + "k")
                                .toList(),
                "channels", () -> List.of("mono", "stereo", "6"),
                "is", () -> List.of("tagged", "untagged", "online", "offline"));
    }

    /** Values for a key that begin with, or have, what was typed of them. */
    public List<String> fitting(String key, String typed) {
        if (key.equals("tag") && typed.isBlank()) {
            // a category stands for all its labels
            return Stream.concat(labels.mostUsed().stream().map(LabelChoice::name), filters.categories().stream())
                    .limit(MOST)
                    .toList();
        }
        if (key.equals("tag")) {
            return labels.suggest(typed).stream().map(LabelChoice::name).toList();
        }
        String start = typed.toLowerCase(Locale.ROOT);
        List<String> values = fixed.containsKey(key)
                ? fixed.get(key).get().stream()
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(start))
                        .limit(MOST)
                        .toList()
                : List.of();
        return values.size() == 1 && values.get(0).equalsIgnoreCase(typed) ? List.of() : values;
    }
}
