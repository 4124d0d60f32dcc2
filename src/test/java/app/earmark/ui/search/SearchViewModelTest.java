package app.earmark.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.CatalogueBusy;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.search.SearchResults;
import app.earmark.search.Searcher;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemorySearcher;
import app.earmark.ui.fakes.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {

    private final Threads threads = new Threads();
    private final MemoryCatalog catalog = MemoryCatalog.of(200);
    private final MemorySearcher searcher = new MemorySearcher(catalog);
    private final SearchViewModel model =
            new SearchViewModel(searcher, QueryReading.WORDS_ONLY, new FilterViewModel(), threads.background());

    @Test
    void typingSearchesOnceAfterAPause() {
        model.text().set("d");
        model.text().set("do");
        model.text().set("door");
        assertThat(searcher.asked).isEmpty();

        threads.pass(SearchViewModel.TYPING_PAUSE);

        assertThat(searcher.asked).extracting(SearchRequest::text).containsExactly("door");
        assertThat(model.answer().get().results().hits()).isNotEmpty();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void aNewerQuestionCancelsTheOlderWhoseAnswerNeverShows() {
        List<Progress> seen = new ArrayList<>();
        Searcher recording = new Forwarding() {
            @Override
            public SearchResults search(SearchRequest request, Progress progress) throws CancelledWork {
                seen.add(progress);
                return searcher.search(request, progress);
            }
        };
        SearchViewModel slow =
                new SearchViewModel(recording, QueryReading.WORDS_ONLY, new FilterViewModel(), threads.background());
        List<String> shown = new ArrayList<>();
        slow.answer().addListener((property, before, now) -> shown.add(now.text()));
        threads.hold();
        slow.text().set("rain");
        threads.pass(Duration.ofSeconds(1));
        slow.text().set("thunder");
        threads.pass(Duration.ofSeconds(1));

        threads.release();

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).isCancelled()).isTrue();
        assertThat(seen.get(1).isCancelled()).isFalse();
        assertThat(shown).containsExactly("thunder");
    }

    @Test
    void aFilterSearchesAtOnceAndKeepsTheWords() {
        model.text().set("door");
        threads.pass(SearchViewModel.TYPING_PAUSE);

        model.filters().setFormats(List.of("FLAC"));

        assertThat(searcher.asked).last().satisfies(request -> {
            assertThat(request.text()).isEqualTo("door");
            assertThat(request.filter().formats()).containsExactly("FLAC");
        });
    }

    @Test
    void anExampleRanksByLikenessAndTypingLeavesIt() {
        model.findLike(new SoundsLike(new ClipId(1), "one.wav"));
        assertThat(model.answer().get().example()).isPresent();
        assertThat(model.answer().get().results().hits())
                .noneMatch(hit -> hit.clip().equals(new ClipId(1)));

        model.text().set("rain");
        threads.pass(SearchViewModel.TYPING_PAUSE);

        assertThat(model.example().get()).isNull();
        assertThat(model.answer().get().text()).isEqualTo("rain");
        assertThat(model.answer().get().example()).isEmpty();
    }

    @Test
    void blankTextListsEverythingButRankedHitsAreLimited() {
        model.search();
        assertThat(model.answer().get().isRanked()).isFalse();
        assertThat(searcher.asked).last().extracting(SearchRequest::limit).isEqualTo(Integer.MAX_VALUE);

        model.mode().set(SearchMode.KEYWORD);
        model.text().set("door");
        threads.pass(SearchViewModel.TYPING_PAUSE);
        assertThat(searcher.asked).last().satisfies(request -> {
            assertThat(request.limit()).isEqualTo(SearchViewModel.RANKED_LIMIT);
            assertThat(request.mode()).isEqualTo(SearchMode.KEYWORD);
        });
    }

    @Test
    void aFailingCatalogueIsToldInItsOwnSentence() {
        Searcher failing = new Forwarding() {
            @Override
            public SearchResults search(SearchRequest request, Progress progress) {
                throw new CatalogueBusy("The catalogue is locked; close the other program.", null);
            }
        };
        SearchViewModel broken =
                new SearchViewModel(failing, QueryReading.WORDS_ONLY, new FilterViewModel(), threads.background());

        broken.search();

        assertThat(broken.trouble().get()).isEqualTo("The catalogue is locked; close the other program.");
        assertThat(broken.busy().get()).isFalse();
    }

    @Test
    void aNoticeOfTheSearcherIsShownWithTheResults() {
        Searcher wordsOnly = new Forwarding() {
            @Override
            public SearchResults search(SearchRequest request, Progress progress) {
                return new SearchResults(
                        List.of(), 0, Optional.of("The model did not load; only words were searched."));
            }
        };
        SearchViewModel partial =
                new SearchViewModel(wordsOnly, QueryReading.WORDS_ONLY, new FilterViewModel(), threads.background());

        partial.search();

        assertThat(partial.trouble().get()).startsWith("The model did not load");
    }

    private abstract static class Forwarding implements Searcher {

        @Override
        public SearchResults similarTo(ClipId clip, ClipFilter filter, int limit, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SearchResults similarTo(Embedding sound, ClipFilter filter, int limit, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }
}
