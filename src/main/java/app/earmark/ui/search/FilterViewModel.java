package app.earmark.ui.search;

import app.earmark.library.CatalogueCounts;
import app.earmark.library.ClipFilter;
import app.earmark.library.LibraryId;
import app.earmark.library.SoundLibrary;
import app.earmark.library.TagSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the view is narrowed to, the pills that say so, and the values there are to choose from. */
public final class FilterViewModel {

    private final ObjectProperty<ClipFilter> filter = new SimpleObjectProperty<>(ClipFilter.ALL);
    private final ObservableList<Pill> pills = FXCollections.observableArrayList();
    private final ObservableList<String> formats = FXCollections.observableArrayList();
    private final ObservableList<Integer> rates = FXCollections.observableArrayList();
    private final ObservableList<Integer> channels = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ClipFilter> settled = new ReadOnlyObjectWrapper<>(ClipFilter.ALL);
    private final Map<LibraryId, String> libraryNames = new HashMap<>();
    private final UnaryOperator<String> nameOf;
    private List<String> categories = List.of();
    private Typed typed;

    /** Names every label as it is. */
    public FilterViewModel() {
        this(UnaryOperator.identity());
    }

    /** @param nameOf the name of a label for people */
    public FilterViewModel(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
        filter.addListener((property, before, now) -> {
            typed = null;
            pills.setAll(Pill.of(now, libraryNames, nameOf));
            settled.set(now);
        });
    }

    /**
     * Shows as pills, too, what was typed into the search box.
     *
     * @param whole the filter in force together with what was typed
     * @param takeOut takes the tokens out of the search box
     */
    void showTyped(ClipFilter whole, Runnable takeOut) {
        typed = whole.equals(filter.get()) ? null : new Typed(whole, takeOut);
        List<Pill> now = Pill.of(whole, libraryNames, nameOf);
        if (!pills.equals(now)) {
            pills.setAll(now);
        }
    }

    /** What was typed stands as a filter from now on. */
    void settleTyped() {
        if (typed != null) {
            settle(typed.whole());
        }
    }

    private void settle(ClipFilter whole) {
        Typed before = typed;
        typed = null;
        if (before != null) {
            before.takeOut().run();
        }
        if (whole.equals(filter.get())) {
            pills.setAll(Pill.of(whole, libraryNames, nameOf));
        }
        filter.set(whole);
    }

    /** The filter in force; its listeners find the pills up to date. */
    public ReadOnlyObjectProperty<ClipFilter> filter() {
        return settled.getReadOnlyProperty();
    }

    public ObservableList<Pill> pills() {
        return pills;
    }

    public ObservableList<String> formats() {
        return formats;
    }

    public ObservableList<Integer> rates() {
        return rates;
    }

    public ObservableList<Integer> channels() {
        return channels;
    }

    /** Offers the values that the catalogue holds. */
    public void offer(CatalogueCounts counts, List<SoundLibrary> libraries) {
        offer(formats, counts.byFormat().keySet());
        offer(rates, counts.bySampleRateHz().keySet());
        offer(channels, counts.byChannels().keySet());
        categories = counts.byCategory().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        libraries.forEach(library -> libraryNames.put(library.id(), library.name()));
    }

    /** Categories of the sounds there are, those of most sounds first. */
    List<String> categories() {
        return categories;
    }

    private static <V extends Comparable<V>> void offer(ObservableList<V> shown, Set<V> present) {
        List<V> sorted = present.stream().sorted().toList();
        if (!shown.equals(sorted)) {
            shown.setAll(sorted);
        }
    }

    public void setFormats(List<String> chosen) {
        replace(filter.get().formats(), chosen, draft -> draft.formats);
    }

    public void setRates(List<Integer> chosen) {
        replace(filter.get().sampleRatesHz(), chosen, draft -> draft.rates);
    }

    public void setSources(List<TagSource> chosen) {
        replace(filter.get().tagSources(), chosen, draft -> draft.tagSources);
    }

    public void setChannels(List<Integer> chosen) {
        replace(filter.get().channels(), chosen, draft -> draft.channels);
    }

    private <V> void replace(Set<V> now, List<V> chosen, java.util.function.Function<FilterDraft, Set<V>> part) {
        if (!now.equals(Set.copyOf(chosen))) {
            change(draft -> {
                part.apply(draft).clear();
                part.apply(draft).addAll(chosen);
            });
        }
    }

    public void setDuration(OptionalDouble min, OptionalDouble max) {
        change(draft -> {
            draft.minSeconds = min;
            draft.maxSeconds = max;
        });
    }

    /** Narrows to one library, or widens again when it was that one. */
    public void toggleLibrary(LibraryId library) {
        change(draft -> toggle(draft.libraries, library));
    }

    public void toggleCategory(String category) {
        change(draft -> toggle(draft.categories, category));
    }

    public void toggleTag(String label) {
        change(draft -> toggle(draft.tags, label));
    }

    public void onlyFolder(String folder) {
        change(draft -> {
            draft.folders.clear();
            draft.folders.add(folder);
        });
    }

    public void apply(ClipFilter other) {
        settle(other);
    }

    public void reset() {
        settle(ClipFilter.ALL);
    }

    private void change(Consumer<FilterDraft> edit) {
        FilterDraft draft = new FilterDraft(filter.get());
        edit.accept(draft);
        filter.set(draft.done());
    }

    private static <V> void toggle(Set<V> values, V value) {
        if (!values.remove(value)) {
            values.add(value);
        }
    }

    private record Typed(ClipFilter whole, Runnable takeOut) {}
}
