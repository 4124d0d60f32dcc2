package app.earmark.search;

import app.earmark.library.ClipFilter;
import app.earmark.library.TagSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What each kind of token narrows a filter by. */
final class QueryTokens {

    private final QueryNames names;
    private final Map<String, Kind> kinds = Map.of(
            "tag", new Kind("a label goes there", this::tags),
            "source", new Kind("person, file, name or model goes there", QueryTokens::sources),
            "category", new Kind("a UCS category such as DOORS goes there", this::categories),
            "folder", new Kind("a folder goes there", QueryTokens::folders),
            "format", new Kind("a format such as wav goes there", QueryTokens::formats),
            "rate", new Kind("a sample rate such as 96000 or 44.1k goes there", QueryTokens::rates),
            "channels", new Kind("a number of channels, mono or stereo goes there", QueryTokens::channels),
            "longer", new Kind("seconds, or minutes as in 1:30, go there", QueryTokens::longer),
            "shorter", new Kind("seconds, or minutes as in 1:30, go there", QueryTokens::shorter),
            "is", new Kind("tagged, untagged, online or offline goes there", QueryTokens::is));

    QueryTokens(QueryNames names) {
        this.names = names;
    }

    /** @param reading makes the change to a filter of the token's values; null for values that make no sense */
    private record Kind(String expected, Function<List<String>, UnaryOperator<ClipFilter>> reading) {}

    boolean isKey(String key) {
        return kinds.containsKey(key);
    }

    /** What should stand behind the key, as half a sentence. */
    String expected(String key) {
        return kinds.get(key).expected;
    }

    /** The change to a filter; empty where there is no value, or one that makes no sense. */
    Optional<UnaryOperator<ClipFilter>> read(String key, List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(kinds.get(key).reading.apply(values));
    }

    private UnaryOperator<ClipFilter> tags(List<String> values) {
        Set<String> labels = new LinkedHashSet<>();
        values.forEach(value -> labels.addAll(names.labels(value)));
        return filter -> filter.withTags(union(filter.tags(), labels));
    }

    private UnaryOperator<ClipFilter> categories(List<String> values) {
        List<String> categories =
                values.stream().flatMap(value -> names.category(value).stream()).toList();
        return categories.size() < values.size()
                ? null
                : filter -> filter.withCategories(union(filter.categories(), categories));
    }

    private static UnaryOperator<ClipFilter> sources(List<String> values) {
        try {
            List<TagSource> sources = values.stream()
                    .map(value -> TagSource.ofCode(value.toLowerCase(Locale.ROOT)))
                    .toList();
            return filter -> filter.withTagSources(union(filter.tagSources(), sources));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static UnaryOperator<ClipFilter> folders(List<String> values) {
        List<String> whole = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String value : values) {
            String home = value.startsWith("~") ? System.getProperty("user.home") + value.substring(1) : value;
            if (isAbsolute(home)) {
                whole.add(Path.of(home).normalize().toString());
            } else {
                String name = value.replaceAll("^[/\\\\]+|[/\\\\]+$", "");
                if (name.isEmpty()) {
                    return null;
                }
                named.add(name);
            }
        }
        return filter -> {
            List<String> folders = new ArrayList<>(filter.folders());
            folders.addAll(whole);
            return filter.withFolders(folders).withFolderNames(union(filter.folderNames(), named));
        };
    }

    private static boolean isAbsolute(String folder) {
        try {
            return Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static UnaryOperator<ClipFilter> formats(List<String> values) {
        return filter -> filter.withFormats(union(filter.formats(), values));
    }

    private static UnaryOperator<ClipFilter> rates(List<String> values) {
        List<Integer> rates = QueryNumbers.each(values, QueryNumbers::hertz);
        return rates.isEmpty() ? null : filter -> filter.withSampleRatesHz(union(filter.sampleRatesHz(), rates));
    }

    private static UnaryOperator<ClipFilter> channels(List<String> values) {
        List<Integer> channels = QueryNumbers.each(values, QueryNumbers::channels);
        return channels.isEmpty() ? null : filter -> filter.withChannels(union(filter.channels(), channels));
    }

    private static UnaryOperator<ClipFilter> longer(List<String> values) {
        OptionalDouble least = QueryNumbers.seconds(String.join(".", values));
        return least.isEmpty()
                ? null
                : filter -> filter.withMinSeconds(OptionalDouble.of(
                        Math.max(least.getAsDouble(), filter.minSeconds().orElse(0))));
    }

    private static UnaryOperator<ClipFilter> shorter(List<String> values) {
        OptionalDouble most = QueryNumbers.seconds(String.join(".", values));
        return most.isEmpty()
                ? null
                : filter -> filter.withMaxSeconds(OptionalDouble.of(
                        Math.min(most.getAsDouble(), filter.maxSeconds().orElse(Double.MAX_VALUE))));
    }

    private static UnaryOperator<ClipFilter> is(List<String> values) {
        UnaryOperator<ClipFilter> all = filter -> filter;
        for (String value : values) {
            UnaryOperator<ClipFilter> one = state(value.toLowerCase(Locale.ROOT));
            if (one == null) {
                return null;
            }
            UnaryOperator<ClipFilter> before = all;
            all = filter -> one.apply(before.apply(filter));
        }
        return all;
    }

    private static UnaryOperator<ClipFilter> state(String value) {
        switch (value) {
            case "tagged":
                return filter -> tagged(filter, true);
            case "untagged":
                return filter -> tagged(filter, false);
            case "online":
                return filter -> filter.withIncludeOffline(false);
            case "offline":
                return filter -> without(filter, ClipFilter.ALL.withIncludeOffline(false));
            default:
                return null;
        }
    }

    /** Both of two states that exclude each other is what no clip is. */
    private static ClipFilter tagged(ClipFilter filter, boolean tagged) {
        return filter.tagged().filter(other -> other != tagged).isPresent()
                ? without(filter, ClipFilter.ALL.withTagged(Optional.of(!tagged)))
                : filter.withTagged(Optional.of(tagged));
    }

    private static ClipFilter without(ClipFilter filter, ClipFilter left) {
        List<ClipFilter> except = new ArrayList<>(filter.except());
        except.add(left);
        return filter.withExcept(except);
    }

    private static <T> Set<T> union(Set<T> some, Collection<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
