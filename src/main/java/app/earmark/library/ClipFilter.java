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
 * @param folderNames names of folders, or the ends of several in a row such as {@code Weather/Rain}, without case; a clip
 *     anywhere below one of them passes
 * @param categories UCS Category names, such as {@code DOORS}
 * @param tags labels (CatIDs or own labels), compared without case
 * @param tagSources only tags of these sources count for {@code categories}, {@code tags} and {@code tagged}; where none of
 *     the three is set, any tag of these sources; empty means any source
 * @param formats {@link AudioFacts#format()} values, compared without case
 * @param includeOffline whether clips whose file is away are shown
 * @param except clips that pass one of these don't pass
 */
public record ClipFilter(
        Set<LibraryId> libraries,
        List<String> folders,
        Set<String> folderNames,
        Set<String> categories,
        Set<String> tags,
        Set<TagSource> tagSources,
        Set<String> formats,
        Set<Integer> sampleRatesHz,
        Set<Integer> channels,
        OptionalDouble minSeconds,
        OptionalDouble maxSeconds,
        Optional<Boolean> tagged,
        boolean includeOffline,
        List<ClipFilter> except) {

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
            Set.of(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            true,
            List.of());

    public ClipFilter {
        libraries = Set.copyOf(libraries);
        folders = List.copyOf(folders);
        folderNames = Set.copyOf(folderNames);
        categories = Set.copyOf(categories);
        tags = Set.copyOf(tags);
        tagSources = Set.copyOf(tagSources);
        formats = Set.copyOf(formats);
        sampleRatesHz = Set.copyOf(sampleRatesHz);
        channels = Set.copyOf(channels);
        except = List.copyOf(except);
    }

    /** Lets everything in this absolute folder pass, however deep it lies. */
    public static ClipFilter below(Path folder) {
        return ALL.withFolders(List.of(folder.toString()));
    }

    public ClipFilter withLibraries(Set<LibraryId> libraries) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withFolders(List<String> folders) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withFolderNames(Set<String> folderNames) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withCategories(Set<String> categories) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withTags(Set<String> tags) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withTagSources(Set<TagSource> tagSources) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withFormats(Set<String> formats) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withSampleRatesHz(Set<Integer> sampleRatesHz) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withChannels(Set<Integer> channels) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withMinSeconds(OptionalDouble minSeconds) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withMaxSeconds(OptionalDouble maxSeconds) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withTagged(Optional<Boolean> tagged) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withIncludeOffline(boolean includeOffline) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public ClipFilter withExcept(List<ClipFilter> except) {
        return new ClipFilter(
                libraries,
                folders,
                folderNames,
                categories,
                tags,
                tagSources,
                formats,
                sampleRatesHz,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline,
                except);
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
