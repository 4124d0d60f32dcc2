package app.earmark.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a person narrowed the view to; every part that is present must hold, any value of a set will do.
 *
 * @param folders absolute folders; a clip anywhere below one of them passes
 * @param categories UCS Category names, such as {@code DOORS}
 * @param tags labels (CatIDs or own labels), compared without case
 * @param tagSources only tags of these sources count for {@code categories} and {@code tags}; empty means any
 * @param formats {@link AudioFacts#format()} values, compared without case
 * @param includeOffline whether clips whose file is away are shown
 */
public record ClipFilter(
        Set<LibraryId> libraries,
        List<String> folders,
        Set<String> categories,
        Set<String> tags,
        Set<TagSource> tagSources,
        Set<String> formats,
        Set<Integer> sampleRatesHz,
        Set<Integer> channels,
        OptionalDouble minSeconds,
        OptionalDouble maxSeconds,
        Optional<Boolean> tagged,
        boolean includeOffline) {

    /** Lets everything pass. */
    public static final ClipFilter ALL = new ClipFilter(
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
            true);

    public ClipFilter {
        libraries = Set.copyOf(libraries);
        folders = List.copyOf(folders);
        categories = Set.copyOf(categories);
        tags = Set.copyOf(tags);
        tagSources = Set.copyOf(tagSources);
        formats = Set.copyOf(formats);
        sampleRatesHz = Set.copyOf(sampleRatesHz);
        channels = Set.copyOf(channels);
    }

    /** Lets everything in this absolute folder pass, however deep it lies. */
    public static ClipFilter below(Path folder) {
        return new ClipFilter(
                Set.of(),
                List.of(folder.toString()),
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

    public boolean isAll() {
        return equals(ALL);
    }
}
