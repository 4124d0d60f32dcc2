package app.earmark.ui.library;

import app.earmark.library.CatalogueCounts;
import app.earmark.library.ClipCatalog;
import app.earmark.library.SoundLibrary;
import app.earmark.library.TagCatalog;
import app.earmark.ui.search.FilterViewModel;
import app.earmark.ui.task.Background;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the catalogue holds, counted, and the filter that a click on a line changes. */
public final class SideBarViewModel {

    private final ClipCatalog clips;
    private final TagCatalog tags;
    private final FilterViewModel filters;
    private final Background background;
    private final ObservableList<SoundLibrary> libraries = FXCollections.observableArrayList();
    private final ObservableList<Counted> categories = FXCollections.observableArrayList();
    private final ObservableList<Counted> ownLabels = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<CatalogueCounts> counts = new ReadOnlyObjectWrapper<>();

    public SideBarViewModel(ClipCatalog clips, TagCatalog tags, FilterViewModel filters, Background background) {
        this.clips = clips;
        this.tags = tags;
        this.filters = filters;
        this.background = background;
    }

    /** Reads everything again. */
    public void refresh() {
        background.load(() -> new Read(clips.libraries(), clips.counts(), tags.ownLabels()), read -> {
            filters.offer(read.counts(), read.libraries());
            set(libraries, read.libraries());
            set(categories, byCount(read.counts().byCategory()));
            set(ownLabels, own(read));
            counts.set(read.counts());
        });
    }

    private static List<Counted> own(Read read) {
        Map<String, Long> used = read.counts().byOwnLabel();
        return read.labels().stream()
                .map(label -> new Counted(label.label(), used.getOrDefault(label.label(), 0L)))
                .sorted(Comparator.comparing(Counted::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static List<Counted> byCount(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::name))
                .toList();
    }

    private static <V> void set(ObservableList<V> shown, List<V> read) {
        if (!shown.equals(read)) {
            shown.setAll(read);
        }
    }

    public ObservableList<SoundLibrary> libraries() {
        return libraries;
    }

    /** UCS Categories, most clips first. */
    public ObservableList<Counted> categories() {
        return categories;
    }

    public ObservableList<Counted> ownLabels() {
        return ownLabels;
    }

    /** Null until first read. */
    public ReadOnlyObjectProperty<CatalogueCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    FilterViewModel filters() {
        return filters;
    }

    /** A line of the side bar. */
    public record Counted(String name, long count) {}

    private record Read(List<SoundLibrary> libraries, CatalogueCounts counts, List<TagCatalog.OwnLabel> labels) {}
}
