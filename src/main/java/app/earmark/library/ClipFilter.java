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
        return ALL.withFolders(List.of(folder.toString()));
    }

    public ClipFilter withLibraries(Set<LibraryId> libraries) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withFolders(List<String> folders) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withCategories(Set<String> categories) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withTags(Set<String> tags) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withTagSources(Set<TagSource> tagSources) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withFormats(Set<String> formats) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withSampleRatesHz(Set<Integer> sampleRatesHz) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withChannels(Set<Integer> channels) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withMinSeconds(double minSeconds) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                OptionalDouble.of(minSeconds),
                maxSeconds,
                tagged,
                includeOffline);
    }

    public ClipFilter withMaxSeconds(double maxSeconds) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                OptionalDouble.of(maxSeconds),
                tagged,
                includeOffline);
    }

    public ClipFilter withTagged(boolean tagged) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                Optional.of(tagged),
                includeOffline);
    }

    public ClipFilter withOffline(boolean includeOffline) {
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
