package app.earmark.ui.search;

import app.earmark.library.ClipFilter;
import app.earmark.library.LibraryId;
import app.earmark.library.TagSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A filter being changed; {@link #done()} makes it a value again. */
final class FilterDraft {

    private final ClipFilter before;
    final Set<LibraryId> libraries;
    final List<String> folders;
    final Set<String> categories;
    final Set<String> tags;
    final Set<TagSource> tagSources;
    final Set<String> formats;
    final Set<Integer> rates;
    final Set<Integer> channels;
    OptionalDouble minSeconds;
    OptionalDouble maxSeconds;
    Optional<Boolean> tagged;
    boolean includeOffline;

    FilterDraft(ClipFilter filter) {
        before = filter;
        libraries = new LinkedHashSet<>(filter.libraries());
        folders = new ArrayList<>(filter.folders());
        categories = new LinkedHashSet<>(filter.categories());
        tags = new LinkedHashSet<>(filter.tags());
        tagSources = new LinkedHashSet<>(filter.tagSources());
        formats = new LinkedHashSet<>(filter.formats());
        rates = new LinkedHashSet<>(filter.sampleRatesHz());
        channels = new LinkedHashSet<>(filter.channels());
        minSeconds = filter.minSeconds();
        maxSeconds = filter.maxSeconds();
        tagged = filter.tagged();
        includeOffline = filter.includeOffline();
    }

    ClipFilter done() {
        return before.withLibraries(libraries)
                .withFolders(folders)
                .withCategories(categories)
                .withTags(tags)
                .withTagSources(tagSources)
                .withFormats(formats)
                .withSampleRatesHz(rates)
                .withChannels(channels)
                .withMinSeconds(minSeconds)
                .withMaxSeconds(maxSeconds)
                .withTagged(tagged)
                .withIncludeOffline(includeOffline);
    }
}
