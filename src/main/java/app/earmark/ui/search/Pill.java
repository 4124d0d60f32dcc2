package app.earmark.ui.search;

import app.earmark.library.ClipFilter;
import app.earmark.library.LibraryId;
import app.earmark.library.TagSource;
import app.earmark.ui.tags.SourceLook;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One part of the filter.
 *
 * @param kind what it narrows, such as {@code Category}
 * @param value to what
 * @param detail more about it, for a tooltip; empty for nothing
 * @param without the filter once this part is taken off
 */
public record Pill(String kind, String value, String detail, ClipFilter without) {

    public Pill(String kind, String value, ClipFilter without) {
        this(kind, value, "", without);
    }

    /** A category stands for all its labels, and one synonym for many: more than these share a pill. */
    private static final int MOST_TAGS = 4;

    /** @param nameOf the name of a label for people */
    static List<Pill> of(ClipFilter filter, Map<LibraryId, String> libraryNames, UnaryOperator<String> nameOf) {
        List<Pill> pills = new ArrayList<>();
        filter.libraries()
                .forEach(library -> pills.add(pill(
                        filter,
                        "Library",
                        libraryNames.getOrDefault(library, "?"),
                        draft -> draft.libraries.remove(library))));
        filter.folders()
                .forEach(folder -> pills.add(pill(filter, "Folder", folder, draft -> draft.folders.remove(folder))));
        filter.categories()
                .forEach(name -> pills.add(
                        pill(filter, "Category", ClipText.titleCase(name), draft -> draft.categories.remove(name))));
        if (filter.tags().size() > MOST_TAGS) {
            pills.add(pill(filter, "Tag", any(filter.tags(), nameOf), draft -> draft.tags.clear()));
        } else {
            filter.tags().forEach(label -> pills.add(tag(filter, label, nameOf.apply(label))));
        }
        filter.folderNames().stream()
                .sorted()
                .forEach(name ->
                        pills.add(new Pill("Folder", name, filter.withFolderNames(less(filter.folderNames(), name)))));
        Stream.of(TagSource.values())
                .filter(filter.tagSources()::contains)
                .forEach(source -> pills.add(
                        pill(filter, "Says", SourceLook.badge(source), draft -> draft.tagSources.remove(source))));
        filter.formats()
                .forEach(format -> pills.add(pill(filter, "Format", format, draft -> draft.formats.remove(format))));
        filter.sampleRatesHz().stream()
                .sorted()
                .forEach(rate ->
                        pills.add(pill(filter, "Rate", ClipText.rate(rate), draft -> draft.rates.remove(rate))));
        filter.channels().stream()
                .sorted()
                .forEach(count -> pills.add(
                        pill(filter, "Channels", ClipText.channels(count), draft -> draft.channels.remove(count))));
        if (filter.minSeconds().isPresent() || filter.maxSeconds().isPresent()) {
            pills.add(pill(filter, "Duration", range(filter.minSeconds(), filter.maxSeconds()), draft -> {
                draft.minSeconds = OptionalDouble.empty();
                draft.maxSeconds = OptionalDouble.empty();
            }));
        }
        filter.tagged()
                .ifPresent(tagged ->
                        pills.add(new Pill("Is", tagged ? "tagged" : "untagged", filter.withTagged(Optional.empty()))));
        if (!filter.includeOffline()) {
            pills.add(new Pill("Is", "online", filter.withIncludeOffline(true)));
        }
        filter.except().forEach(except -> pills.add(leftOut(filter, except, libraryNames, nameOf)));
        return List.copyOf(pills);
    }

    private static Pill tag(ClipFilter filter, String label, String name) {
        Pill pill = pill(filter, "Tag", name, draft -> draft.tags.remove(label));
        return new Pill(pill.kind(), name, name.equals(label) ? "" : "CatID " + label, pill.without());
    }

    private static Pill leftOut(
            ClipFilter filter, ClipFilter except, Map<LibraryId, String> libraryNames, UnaryOperator<String> nameOf) {
        List<ClipFilter> others = new ArrayList<>(filter.except());
        others.remove(except);
        String what = of(except, libraryNames, nameOf).stream().map(Pill::value).collect(Collectors.joining(", "));
        return new Pill("Not", what, filter.withExcept(others));
    }

    private static String any(Set<String> labels, UnaryOperator<String> nameOf) {
        return nameOf.apply(labels.stream().sorted().findFirst().orElseThrow()) + " or " + (labels.size() - 1)
                + " others";
    }

    private static <V> Set<V> less(Set<V> values, V value) {
        return values.stream().filter(other -> !other.equals(value)).collect(Collectors.toSet());
    }

    private static Pill pill(ClipFilter filter, String kind, String value, Consumer<FilterDraft> removal) {
        FilterDraft draft = new FilterDraft(filter);
        removal.accept(draft);
        return new Pill(kind, value, draft.done());
    }

    static String range(OptionalDouble min, OptionalDouble max) {
        if (min.isEmpty()) {
            return max.isEmpty() ? "any" : "up to " + seconds(max.getAsDouble());
        }
        return max.isEmpty()
                ? seconds(min.getAsDouble()) + " or longer"
                : seconds(min.getAsDouble()) + " – " + seconds(max.getAsDouble());
    }

    private static String seconds(double seconds) {
        return seconds < 60
                ? String.format(java.util.Locale.ROOT, seconds % 1 == 0 ? "%.0f s" : "%.1f s", seconds)
                : ClipText.duration(seconds) + " min";
    }
}
