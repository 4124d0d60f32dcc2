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
        return new ClipFilter(
                libraries,
                folders,
                categories,
                tags,
                tagSources,
                formats,
                rates,
                channels,
                minSeconds,
                maxSeconds,
                tagged,
                includeOffline);
    }
}
