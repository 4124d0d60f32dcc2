package app.earmark.ui.search;

import app.earmark.search.SearchMode;
import app.earmark.ui.theme.Icons;
import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The box to describe a sound in, the example that others shall resemble, and what counts: meaning, words or both. */
public final class SearchBar extends HBox {

    private final CustomTextField field = new CustomTextField();
    private final Button example = new Button();

    /** @param values what can stand behind {@code tag:} and other keys */
    public SearchBar(SearchViewModel model, QueryValues values) {
        getStyleClass().add("search-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        field.setId("search-field");
        field.setPromptText("Describe or name a sound");
        field.setAccessibleText("Search");
        field.setMinWidth(120);
        FontIcon glass = Icons.of(Feather.SEARCH);
        field.setLeft(glass);
        field.textProperty().bindBidirectional(model.text());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && (!model.text().get().isEmpty() || model.example().get() != null)) {
                model.clear();
                event.consume();
            }
        });
        model.busy()
                .addListener((p, before, busy) -> glass.setIconCode(busy ? Feather.MORE_HORIZONTAL : Feather.SEARCH));
        Button clear = Icons.button(Feather.X, "Clear the search", model::clear);
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(model.text().isNotEmpty());
        field.setRight(clear);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setTooltip(
                new Tooltip("Narrow with tag:rain, source:person, category:doors, folder:…, format:wav, longer:2,\n"
                        + "shorter:1:30, rate:96k, channels:stereo, is:untagged; a dash in front leaves out."));
        new QueryCompletion(field, values::fitting);
        showExample(model);
        getChildren().addAll(example, field, modes(model));
    }

    private void showExample(SearchViewModel model) {
        example.setMnemonicParsing(false);
        example.getStyleClass().addAll("pill", "example-pill");
        example.setGraphic(Icons.of(Feather.X));
        example.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        example.setMaxWidth(320);
        example.setOnAction(event -> model.example().set(null));
        Icons.show(example, false);
        model.example().addListener((p, before, now) -> {
            Icons.show(example, now != null);
            if (now != null) {
                example.setText("Sounds like " + now.name());
                example.setAccessibleText("Sounds like " + now.name() + "; press to end");
            }
        });
    }

    private static HBox modes(SearchViewModel model) {
        ToggleGroup group = new ToggleGroup();
        Map<SearchMode, ToggleButton> buttons = new EnumMap<>(SearchMode.class);
        buttons.put(SearchMode.HYBRID, mode("Both", "Meaning and words together", Styles.LEFT_PILL));
        buttons.put(SearchMode.SEMANTIC, mode("Meaning", "Only how it sounds", Styles.CENTER_PILL));
        buttons.put(
                SearchMode.KEYWORD,
                mode("Words", "Only words in names, folders, tags and metadata", Styles.RIGHT_PILL));
        HBox row = new HBox();
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("mode-switch");
        row.setMinWidth(USE_PREF_SIZE);
        buttons.forEach((mode, button) -> {
            button.setToggleGroup(group);
            button.setUserData(mode);
            row.getChildren().add(button);
        });
        group.selectToggle(buttons.get(model.mode().get()));
        group.selectedToggleProperty().addListener((p, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                model.mode().set((SearchMode) now.getUserData());
            }
        });
        return row;
    }

    private static ToggleButton mode(String name, String explanation, String place) {
        ToggleButton button = new ToggleButton(name);
        button.getStyleClass().addAll(place, Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText("Search by: " + explanation);
        return button;
    }

    /** Puts the caret into the box with everything selected. */
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
