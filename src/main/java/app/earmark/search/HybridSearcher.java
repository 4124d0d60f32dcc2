package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.KeywordIndex;
import app.earmark.library.KeywordIndex.KeywordHit;
import app.earmark.library.PackId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.FilteredClips.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches by meaning and by words at once: the keyword index works while the query is encoded and compared. */
public final class HybridSearcher implements Searcher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HybridSearcher.class);
    private static final int FEWEST_CANDIDATES = 200;

    private final ClipCatalog clips;
    private final KeywordIndex keywords;
    private final PackSource packs;
    private final Executor background;
    private final FilteredClips filtered;
    private final SoundSearch sounds;

    /** Without what was learnt from names. */
    public HybridSearcher(
            ClipCatalog clips,
            KeywordIndex keywords,
            EmbeddingCatalog embeddings,
            PackSource packs,
            Executor background) {
        this(clips, keywords, embeddings, packs, AdapterSource.NONE, background);
    }

    /**
     * @param packs asked only by searches that listen
     * @param adapters asked by the same, for what they were told by the library's own names
     * @param background runs the keyword half of a search, and the loading at start; needs a thread or two
     */
    public HybridSearcher(
            ClipCatalog clips,
            KeywordIndex keywords,
            EmbeddingCatalog embeddings,
            PackSource packs,
            AdapterSource adapters,
            Executor background) {
        this(clips, keywords, embeddings, packs, adapters, ScorerFactory.IN_ONNX_RUNTIME, background);
    }

    /** @param vectors how vectors are compared */
    HybridSearcher(
            ClipCatalog clips,
            KeywordIndex keywords,
            EmbeddingCatalog embeddings,
            PackSource packs,
            AdapterSource adapters,
            ScorerFactory vectors,
            Executor background) {
        this.clips = clips;
        this.keywords = keywords;
        this.packs = packs;
        this.background = background;
        this.filtered = new FilteredClips(clips);
        this.sounds = new SoundSearch(embeddings, vectors, adapters);
    }

    @Override
    public void warmUp() {
        background.execute(() -> {
            try {
                ModelPack pack = packs.get();
                sounds.cosines(pack, "warm up");
            } catch (EncoderFailure | RuntimeException e) {
                // the first search meets the same failure and tells the person
                LOG.debug("Nothing was warmed up.", e);
            }
        });
    }

    @Override
    public SearchResults search(SearchRequest request, Progress progress) throws CancelledWork {
        progress.throwIfCancelled();
        if (request.text().isBlank()) {
            return listing(request);
        }
        if (request.mode() == SearchMode.KEYWORD) {
            return byWords(request, Optional.empty());
        }
        CompletableFuture<List<KeywordHit>> words = request.mode() == SearchMode.SEMANTIC
                ? CompletableFuture.completedFuture(List.of())
                : CompletableFuture.supplyAsync(
                        () -> progress.isCancelled()
                                ? List.of()
                                : keywords.search(
                                        request.text(), request.filter(), Math.max(request.limit(), FEWEST_CANDIDATES)),
                        background);
        try {
            return bySound(request, words, progress);
        } catch (EncoderFailure e) {
            LOG.warn("The query could not be encoded; only words are searched.", e);
            Optional<String> notice = Optional.of(e.getMessage() + " Only words were searched.");
            return request.mode() == SearchMode.HYBRID
                    ? byWords(request, notice)
                    : new SearchResults(List.of(), filtered.of(request.filter()).total(), notice);
        }
    }

    private SearchResults bySound(SearchRequest request, CompletableFuture<List<KeywordHit>> words, Progress progress)
            throws EncoderFailure, CancelledWork {
        ModelPack pack = packs.get();
        progress.throwIfCancelled();
        SoundSearch.Cosines cosines = sounds.cosines(pack, request.text());
        progress.throwIfCancelled();
        Passing passing = filtered.of(request.filter());
        int candidates = Math.max(request.limit(), FEWEST_CANDIDATES);
        List<Fusion.SoundHit> best = cosines.best(candidates, passing);
        progress.throwIfCancelled();
        List<SearchHit> hits =
                Fusion.fuse(best, allWords(request, words, best), cosines.spread(), cosines::of, request.limit());
        return new SearchResults(hits, passing.total(), notice(cosines), Optional.of(pack.id()));
    }

    /** What a person should know of how the sounds were compared. */
    private Optional<String> notice(SoundSearch.Cosines cosines) {
        return cosines.notice().or(packs::notice);
    }

    /** The keyword hits, and the words of the best sounds, which may have fallen below the hits' limit. */
    private List<KeywordHit> allWords(
            SearchRequest request, CompletableFuture<List<KeywordHit>> words, List<Fusion.SoundHit> sounds) {
        List<KeywordHit> hits = new ArrayList<>(joined(words));
        if (request.mode() == SearchMode.HYBRID) {
            Set<ClipId> known = hits.stream().map(KeywordHit::clip).collect(Collectors.toSet());
            List<ClipId> others = sounds.stream()
                    .map(Fusion.SoundHit::clip)
                    .filter(clip -> !known.contains(clip))
                    .toList();
            hits.addAll(keywords.among(request.text(), others));
        }
        return hits;
    }

    private SearchResults byWords(SearchRequest request, Optional<String> notice) {
        List<SearchHit> hits = keywords.search(request.text(), request.filter(), request.limit()).stream()
                .map(hit -> new SearchHit(hit.clip(), hit.score(), OptionalDouble.empty(), hit.matchedWords()))
                .toList();
        long total = hits.size() < request.limit() ? hits.size() : keywords.count(request.text(), request.filter());
        return new SearchResults(hits, total, notice);
    }

    private SearchResults listing(SearchRequest request) {
        List<ClipId> all = clips.matching(request.filter());
        List<SearchHit> hits = all.stream()
                .limit(request.limit())
                .map(id -> new SearchHit(id, 0, OptionalDouble.empty(), List.of()))
                .toList();
        return new SearchResults(hits, all.size(), Optional.empty());
    }

    @Override
    public SearchResults similarTo(ClipId clip, ClipFilter filter, int limit, Progress progress) throws CancelledWork {
        return similar(clip, null, filter, limit, progress);
    }

    @Override
    public SearchResults similarTo(Embedding sound, ClipFilter filter, int limit, Progress progress)
            throws CancelledWork {
        return similar(null, sound, filter, limit, progress);
    }

    private SearchResults similar(ClipId clip, Embedding sound, ClipFilter filter, int limit, Progress progress)
            throws CancelledWork {
        progress.throwIfCancelled();
        Passing passing = filtered.of(filter);
        try {
            ModelPack pack = packs.get();
            progress.throwIfCancelled();
            if (sound != null && !sound.pack().equals(pack.id())) {
                return new SearchResults(List.of(), passing.total(), Optional.of(otherPack(sound.pack(), pack.id())));
            }
            SoundSearch.Cosines cosines = clip == null ? sounds.similarTo(pack, sound) : sounds.similarTo(pack, clip);
            progress.throwIfCancelled();
            List<SearchHit> hits = cosines.best(limit + 1, passing).stream()
                    .filter(hit -> !hit.clip().equals(clip))
                    .limit(limit)
                    .map(hit -> new SearchHit(
                            hit.clip(), hit.cosine(), OptionalDouble.of(hit.cosine()), List.of(), hit.moment()))
                    .toList();
            return new SearchResults(hits, passing.total(), notice(cosines), Optional.of(pack.id()));
        } catch (EncoderFailure e) {
            LOG.warn("Similar sounds could not be looked for.", e);
            return new SearchResults(List.of(), passing.total(), Optional.of(e.getMessage()));
        }
    }

    private static String otherPack(PackId heardBy, PackId current) {
        return "The sound was listened to with the model pack " + heardBy + ", but the library is searched with "
                + current + "; vectors of different packs can't be compared.";
    }

    /** Releases the vectors; the catalogue and the pack stay open. */
    @Override
    public void close() {
        sounds.close();
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CatalogueUnavailable) {
                throw (CatalogueUnavailable) e.getCause();
            }
            throw e;
        }
    }
}
