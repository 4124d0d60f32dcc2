package app.earmark.ui.search;

import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipFilter;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.search.SearchResults;
import app.earmark.search.Searcher;
import app.earmark.search.TypedQuery;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The question a person asks and the newest answer to it. */
public final class SearchViewModel {

    /** Pause after the last key before a search starts. */
    static final Duration TYPING_PAUSE = Duration.ofMillis(180);
    /** Ranked hits shown; beyond these nobody scrolls. */
    static final int RANKED_LIMIT = 2_000;

    private final Searcher searcher;
    private final QueryReading reading;
    private final Background background;
    private final NewestWins lane;
    private final FilterViewModel filters;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<SearchMode> mode = new SimpleObjectProperty<>(SearchMode.HYBRID);
    private final ObjectProperty<SoundsLike> example = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Runnable takeBack = () -> {};
    private Runnable afterwards = () -> {};
    private boolean typing;

    /** @param reading takes tokens such as {@code tag:rain} out of what is typed */
    public SearchViewModel(Searcher searcher, QueryReading reading, FilterViewModel filters, Background background) {
        this.searcher = searcher;
        this.reading = reading;
        this.filters = filters;
        this.background = background;
        lane = new NewestWins(background);
        text.addListener((property, before, now) -> typed());
        mode.addListener((property, before, now) -> search());
        example.addListener((property, before, now) -> search());
        filters.filter().addListener((property, before, now) -> search());
    }

    private void typed() {
        takeBack.run();
        typing = true;
        afterwards = () -> {};
        takeBack = background.later(TYPING_PAUSE, this::ask);
    }

    private void ask() {
        if (example.get() != null && !text.get().isBlank()) {
            example.set(null);
        } else {
            search();
        }
    }

    /** Runs {@code action} when what is typed has its answer, for which it asks at once; not where there is none, or other words come. */
    public void whenAnswered(Runnable action) {
        if (typing) {
            ask();
        }
        if (busy.get()) {
            afterwards = action;
        } else {
            action.run();
        }
    }

    /** Asks again, now. */
    public void search() {
        takeBack.run();
        typing = false;
        String words = text.get().strip();
        Optional<SoundsLike> like = Optional.ofNullable(example.get());
        ClipFilter filter = filters.filter().get();
        SearchMode how = mode.get();
        busy.set(true);
        lane.submit(
                progress -> {
                    TypedQuery typed = reading.read(words, filter);
                    return new Found(
                            typed,
                            new Answer(
                                    typed.text(),
                                    like,
                                    typed.filter(),
                                    find(typed.text(), like, how, typed.filter(), progress)));
                },
                found -> {
                    busy.set(false);
                    trouble.set(
                            Stream.concat(found.typed().remarks().stream(), found.answer().results().notice().stream())
                                    .collect(Collectors.joining(" ")));
                    filters.showTyped(found.typed().filter(), () -> takeOut(found.typed()));
                    answer.set(found.answer());
                    Runnable waiting = afterwards;
                    afterwards = () -> {};
                    waiting.run();
                },
                failure -> {
                    busy.set(false);
                    afterwards = () -> {};
                    trouble.set(
                            failure instanceof CatalogueUnavailable
                                    ? failure.getMessage()
                                    : "The search did not work; the log says why. Try it again.");
                });
    }

    /** The tokens leave the search box; whoever asks makes them filters. */
    private void takeOut(TypedQuery typed) {
        text.set(typed.text());
    }

    /** Makes filters, shown as pills, of the tokens in the search box. */
    public void settleTokens() {
        filters.settleTyped();
    }

    private SearchResults find(
            String words, Optional<SoundsLike> like, SearchMode how, ClipFilter filter, Progress progress)
            throws CancelledWork {
        if (like.isPresent()) {
            return searcher.similarTo(like.get().clip(), filter, RANKED_LIMIT, progress);
        }
        int limit = words.isEmpty() ? Integer.MAX_VALUE : RANKED_LIMIT;
        return searcher.search(new SearchRequest(words, how, filter, limit), progress);
    }

    /** Looks for clips that sound like this one. */
    public void findLike(SoundsLike clip) {
        text.set("");
        takeBack.run();
        example.set(clip);
    }

    public void clear() {
        text.set("");
        example.set(null);
    }

    public StringProperty text() {
        return text;
    }

    public ObjectProperty<SearchMode> mode() {
        return mode;
    }

    public ObjectProperty<SoundsLike> example() {
        return example;
    }

    public FilterViewModel filters() {
        return filters;
    }

    /** The newest answer; null until the first search came back. */
    public ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Whether a search is under way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** A sentence about what could not be done, or the empty string. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    private record Found(TypedQuery typed, Answer answer) {}
}
