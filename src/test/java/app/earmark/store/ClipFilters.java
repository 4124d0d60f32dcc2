package app.earmark.store;

import app.earmark.library.ClipFilter;
import app.earmark.library.TagSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Filters with one part set. */
final class ClipFilters {

    private ClipFilters() {}

    static ClipFilter folder(String... folders) {
        return new ClipFilter(
                Set.of(),
                List.of(folders),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                true);
    }

    static ClipFilter tags(Set<String> categories, Set<String> tags, Set<TagSource> sources, Boolean tagged) {
        return new ClipFilter(
                Set.of(),
                List.of(),
                categories,
                tags,
                sources,
                Set.of(),
                Set.of(),
                Set.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.ofNullable(tagged),
                true);
    }

    static ClipFilter facts(
            Set<String> formats, Set<Integer> rates, Set<Integer> channels, OptionalDouble min, OptionalDouble max) {
        return new ClipFilter(
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                formats,
                rates,
                channels,
                min,
                max,
                Optional.empty(),
                true);
    }

    static ClipFilter online() {
        return new ClipFilter(
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                false);
    }
}
