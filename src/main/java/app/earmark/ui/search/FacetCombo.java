package app.earmark.ui.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;

/** A combo box to tick several values of one fact in; follows the filter when that is changed elsewhere. */
final class FacetCombo<V> extends CheckComboBox<V> {

    private final Consumer<List<V>> choose;
    private Collection<V> chosen = List.of();
    private boolean following;

    FacetCombo(String name, ObservableList<V> values, Function<V, String> text, Consumer<List<V>> choose) {
        this.choose = choose;
        getStyleClass().add("facet");
        setTitle(name);
        setShowCheckedCount(false);
        setAccessibleText("Filter by " + name.toLowerCase(java.util.Locale.ROOT));
        setFocusTraversable(true);
        double width = 60 + 6 * name.length();
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(V value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public V fromString(String string) {
                throw new UnsupportedOperationException("values are ticked, not typed");
            }
        });
        getItems().setAll(values);
        values.addListener((ListChangeListener<V>) change -> {
            following = true;
            getCheckModel().clearChecks();
            getItems().setAll(values);
            following = false;
            follow(chosen);
        });
        getCheckModel().getCheckedItems().addListener((ListChangeListener<V>) change -> ticked());
    }

    private void ticked() {
        if (!following) {
            chosen = List.copyOf(new HashSet<>(getCheckModel().getCheckedItems()));
            choose.accept(List.copyOf(chosen));
        }
    }

    /** Ticks these values and no others. */
    void follow(Collection<V> values) {
        chosen = List.copyOf(values);
        following = true;
        for (V item : getItems()) {
            if (values.contains(item) != getCheckModel().isChecked(item)) {
                if (values.contains(item)) {
                    getCheckModel().check(item);
                } else {
                    getCheckModel().clearCheck(item);
                }
            }
        }
        following = false;
    }
}
