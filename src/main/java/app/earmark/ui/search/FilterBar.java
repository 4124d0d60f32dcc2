package app.earmark.ui.search;

import app.earmark.library.ClipFilter;
import app.earmark.library.TagSource;
import app.earmark.ui.tags.SourceLook;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.HoverText;
import app.earmark.ui.theme.Icons;
import java.util.OptionalDouble;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.kordamp.ikonli.feather.Feather;

/** Duration, format, rate and channels to narrow by; below, every part of the filter as a pill that a click removes. */
public final class FilterBar extends VBox {

    private static final String ANY = "Any length";

    private final FilterViewModel model;
    private final RangeSlider duration = new RangeSlider(0, DurationScale.END, 0, DurationScale.END);
    private final Label durationText = new Label(ANY);
    private final FlowPane pills = new FlowPane();
    private boolean following;

    /**
     * @param summary stands at the right end, such as the number of results
     */
    public FilterBar(FilterViewModel model, Region summary) {
        this.model = model;
        getStyleClass().add("filter-bar");
        FacetCombo<String> formats = new FacetCombo<>("Format", model.formats(), format -> format, model::setFormats);
        FacetCombo<Integer> rates = new FacetCombo<>("Rate", model.rates(), ClipText::rate, model::setRates);
        FacetCombo<Integer> channels =
                new FacetCombo<>("Channels", model.channels(), ClipText::channels, model::setChannels);
        FacetCombo<TagSource> sources = new FacetCombo<>(
                "Tags by", FXCollections.observableArrayList(TagSource.values()), SourceLook::badge, model::setSources);
        sources.setId("filter-sources");
        buildDuration();
        HBox length = new HBox(8, duration, durationText);
        length.setAlignment(Pos.CENTER_LEFT);
        FlowPane facets = new FlowPane(8, 6, length, formats, rates, channels, sources);
        facets.setRowValignment(VPos.CENTER);
        facets.setPrefWrapLength(760);
        facets.setMinWidth(0);
        HBox.setHgrow(facets, Priority.ALWAYS);
        HBox row = new HBox(facets, summary);
        row.getStyleClass().add("filter-row");
        row.setAlignment(Pos.CENTER_LEFT);
        pills.getStyleClass().add("pill-row");
        Icons.show(pills, false);
        model.pills().addListener((ListChangeListener<Pill>) change -> showPills());
        model.filter().addListener((property, before, now) -> {
            formats.follow(now.formats());
            rates.follow(now.sampleRatesHz());
            channels.follow(now.channels());
            sources.follow(now.tagSources());
            followDuration(now);
        });
        getChildren().addAll(row, pills);
    }

    private void buildDuration() {
        duration.getStyleClass().add("duration-slider");
        duration.setAccessibleText("Shortest and longest duration");
        duration.setTooltip(new Tooltip("Shortest and longest duration"));
        durationText.getStyleClass().add("duration-text");
        duration.lowValueProperty().addListener((property, before, now) -> slid());
        duration.highValueProperty().addListener((property, before, now) -> slid());
        duration.lowValueChangingProperty().addListener((property, before, now) -> slid());
        duration.highValueChangingProperty().addListener((property, before, now) -> slid());
    }

    private void slid() {
        if (following) {
            return;
        }
        var min = DurationScale.lower(duration.getLowValue());
        var max = DurationScale.upper(duration.getHighValue());
        durationText.setText(range(min, max));
        if (!duration.isLowValueChanging() && !duration.isHighValueChanging()) {
            model.setDuration(min, max);
        }
    }

    private static String range(OptionalDouble min, OptionalDouble max) {
        return min.isEmpty() && max.isEmpty() ? ANY : Pill.range(min, max);
    }

    private void followDuration(ClipFilter filter) {
        durationText.setText(range(filter.minSeconds(), filter.maxSeconds()));
        if (!filter.minSeconds().equals(DurationScale.lower(duration.getLowValue()))
                || !filter.maxSeconds().equals(DurationScale.upper(duration.getHighValue()))) {
            following = true;
            duration.setLowValue(0);
            duration.setHighValue(
                    filter.maxSeconds().isPresent()
                            ? DurationScale.position(filter.maxSeconds().getAsDouble())
                            : DurationScale.END);
            duration.setLowValue(
                    filter.minSeconds().isPresent()
                            ? DurationScale.position(filter.minSeconds().getAsDouble())
                            : 0);
            following = false;
        }
    }

    private void showPills() {
        pills.getChildren().setAll(model.pills().stream().map(this::button).toList());
        boolean some = !model.pills().isEmpty();
        if (some) {
            Button reset = new Button("Reset all");
            reset.setId("reset-filters");
            reset.getStyleClass().addAll("flat", "small", "reset");
            reset.setOnAction(event -> model.reset());
            pills.getChildren().add(reset);
        }
        Icons.show(pills, some);
    }

    private Button button(Pill pill) {
        Button button = new Button(pill.kind() + ": " + pill.value(), Icons.of(Feather.X));
        button.setMnemonicParsing(false); // a name's underscores are its own
        button.getStyleClass().add("pill");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setAccessibleText("Remove the filter " + pill.kind() + " " + pill.value());
        new HoverText(button).set(pill.detail());
        button.setOnAction(event -> model.apply(pill.without()));
        return button;
    }
}
