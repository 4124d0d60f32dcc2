package app.earmark.ui.fakes;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.SearchHit;
import app.earmark.search.SearchRequest;
import app.earmark.search.SearchResults;
import app.earmark.search.Searcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds by words in the path; likeness is made up from the ids. Remembers what it was asked. */
public final class MemorySearcher implements Searcher {

    public final List<SearchRequest> asked = new CopyOnWriteArrayList<>();
    private final ClipCatalog clips;

    public MemorySearcher(ClipCatalog clips) {
        this.clips = clips;
    }

    @Override
    public SearchResults search(SearchRequest request, Progress progress) throws CancelledWork {
        asked.add(request);
        progress.throwIfCancelled();
        List<ClipId> passing = clips.matching(request.filter());
        List<SearchHit> hits = new ArrayList<>();
        for (Clip clip : clips.findAll(passing).values()) {
            List<String> words = words(request.text(), clip);
            if (request.text().isBlank()) {
                hits.add(new SearchHit(clip.id(), 0, OptionalDouble.empty(), List.of()));
            } else if (!words.isEmpty()) {
                double similarity = 0.25 + 0.12 * words.size() + clip.id().value() % 13 / 60.0;
                hits.add(new SearchHit(
                        clip.id(),
                        similarity,
                        clip.state() == ClipState.EMBEDDED ? OptionalDouble.of(similarity) : OptionalDouble.empty(),
                        words));
            }
        }
        if (!request.text().isBlank()) {
            hits.sort(Comparator.comparingDouble(SearchHit::score).reversed());
        }
        return new SearchResults(
                List.copyOf(hits.subList(0, Math.min(hits.size(), request.limit()))), hits.size(), Optional.empty());
    }

    private static List<String> words(String text, Clip clip) {
        String path = clip.path().toString().toLowerCase(Locale.ROOT);
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty() && path.contains(word))
                .toList();
    }

    @Override
    public SearchResults similarTo(ClipId clip, ClipFilter filter, int limit, Progress progress) {
        List<SearchHit> hits = clips.matching(filter).stream()
                .filter(id -> !id.equals(clip) && clips.find(id).orElseThrow().state() == ClipState.EMBEDDED)
                .map(id -> hit(id, 0.97 - 0.03 * (Math.abs(id.value() - clip.value()) % 26) - id.value() % 7 / 100.0))
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed())
                .limit(limit)
                .toList();
        return new SearchResults(hits, hits.size(), Optional.empty());
    }

    private static SearchHit hit(ClipId id, double similarity) {
        return new SearchHit(id, similarity, OptionalDouble.of(similarity), List.of());
    }

    @Override
    public SearchResults similarTo(Embedding sound, ClipFilter filter, int limit, Progress progress) {
        throw new UnsupportedOperationException("the window asks by clip");
    }
}
