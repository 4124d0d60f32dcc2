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
 *     anywhere below one of them passes, or one of {@code folders}
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
        Draft draft = new Draft(this);
        draft.libraries = libraries;
        return draft.filter();
    }

    public ClipFilter withFolders(List<String> folders) {
        Draft draft = new Draft(this);
        draft.folders = folders;
        return draft.filter();
    }

    public ClipFilter withFolderNames(Set<String> folderNames) {
        Draft draft = new Draft(this);
        draft.folderNames = folderNames;
        return draft.filter();
    }

    public ClipFilter withCategories(Set<String> categories) {
        Draft draft = new Draft(this);
        draft.categories = categories;
        return draft.filter();
    }

    public ClipFilter withTags(Set<String> tags) {
        Draft draft = new Draft(this);
        draft.tags = tags;
        return draft.filter();
    }

    public ClipFilter withTagSources(Set<TagSource> tagSources) {
        Draft draft = new Draft(this);
        draft.tagSources = tagSources;
        return draft.filter();
    }

    public ClipFilter withFormats(Set<String> formats) {
        Draft draft = new Draft(this);
        draft.formats = formats;
        return draft.filter();
    }

    public ClipFilter withSampleRatesHz(Set<Integer> sampleRatesHz) {
        Draft draft = new Draft(this);
        draft.sampleRatesHz = sampleRatesHz;
        return draft.filter();
    }

    public ClipFilter withChannels(Set<Integer> channels) {
        Draft draft = new Draft(this);
        draft.channels = channels;
        return draft.filter();
    }

    public ClipFilter withMinSeconds(OptionalDouble minSeconds) {
        Draft draft = new Draft(this);
        draft.minSeconds = minSeconds;
        return draft.filter();
    }

    public ClipFilter withMaxSeconds(OptionalDouble maxSeconds) {
        Draft draft = new Draft(this);
        draft.maxSeconds = maxSeconds;
        return draft.filter();
    }

    public ClipFilter withTagged(Optional<Boolean> tagged) {
        Draft draft = new Draft(this);
        draft.tagged = tagged;
        return draft.filter();
    }

    public ClipFilter withIncludeOffline(boolean includeOffline) {
        Draft draft = new Draft(this);
        draft.includeOffline = includeOffline;
        return draft.filter();
    }

    public ClipFilter withExcept(List<ClipFilter> except) {
        Draft draft = new Draft(this);
        draft.except = except;
        return draft.filter();
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** The parts of a filter while one of them is replaced. */
    private static final class Draft {
        Set<LibraryId> libraries;
        List<String> folders;
        Set<String> folderNames;
        Set<String> categories;
        Set<String> tags;
        Set<TagSource> tagSources;
        Set<String> formats;
        Set<Integer> sampleRatesHz;
        Set<Integer> channels;
        OptionalDouble minSeconds;
        OptionalDouble maxSeconds;
        Optional<Boolean> tagged;
        boolean includeOffline;
        List<ClipFilter> except;

        Draft(ClipFilter filter) {
            libraries = filter.libraries;
            folders = filter.folders;
            folderNames = filter.folderNames;
            categories = filter.categories;
            tags = filter.tags;
            tagSources = filter.tagSources;
            formats = filter.formats;
            sampleRatesHz = filter.sampleRatesHz;
            channels = filter.channels;
            minSeconds = filter.minSeconds;
            maxSeconds = filter.maxSeconds;
            tagged = filter.tagged;
            includeOffline = filter.includeOffline;
            except = filter.except;
        }

        ClipFilter filter() {
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
    }
}
