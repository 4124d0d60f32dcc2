package app.earmark.ui.models;

import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** One model: what it is, where it stands, and what can be done with it. */
final class ModelCardView extends VBox {

    private final ModelRow row;
    private final ModelsViewModel model;
    private final Label name = new Label();
    private final Label badge = new Label();
    private final Label goodAt = wrapped("model-good-at");
    private final Label facts = wrapped("model-facts");
    private final Label warning = wrapped("model-warning");
    private final Label message = wrapped("model-message");
    private final ProgressBar bar = new ProgressBar();
    private final FlowPane buttons = new FlowPane(8, 6);

    ModelCardView(ModelRow row, ModelsViewModel model) {
        this.row = row;
        this.model = model;
        getStyleClass().add("model-card");
        name.getStyleClass().add("model-name");
        badge.getStyleClass().add("model-badge");
        badge.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(8, name, badge);
        header.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(row.fraction());
        message.textProperty().bind(row.message());
        message.visibleProperty().bind(row.message().isNotEmpty());
        message.managedProperty().bind(row.message().isNotEmpty());
        getChildren().addAll(header, goodAt, warning, facts, bar, message, buttons);
        row.card().addListener((property, before, now) -> show());
        row.state().addListener((property, before, now) -> show());
        row.speed().addListener((property, before, now) -> show());
        row.message().addListener((property, before, now) -> showBar());
        show();
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        ModelCard card = row.cardNow();
        setAccessibleText(card.name());
        name.setText(card.name());
        badge.setText(badge(row.state().get()));
        badge.getStyleClass().removeAll("in-use", "shelved");
        badge.getStyleClass().addAll(style(row.state().get()));
        Icons.show(badge, !badge.getText().isEmpty());
        goodAt.setText(card.goodAt());
        warning.setText(card.warning().orElse(""));
        Icons.show(warning, card.warning().isPresent());
        facts.setText(String.join("  ·  ", facts(card)));
        buttons.getChildren().setAll(actions());
        Icons.show(buttons, !buttons.getChildren().isEmpty());
        showBar();
    }

    private void showBar() {
        Icons.show(bar, row.atWork());
    }

    private static String badge(ModelState state) {
        return switch (state) {
            case IN_USE -> "In use";
            case SHELVED -> "On the shelf";
            case PAUSED -> "Paused";
            case GETTING, AVAILABLE -> "";
        };
    }

    private static List<String> style(ModelState state) {
        return switch (state) {
            case IN_USE -> List.of("in-use");
            case SHELVED -> List.of("shelved");
            default -> List.of();
        };
    }

    private List<String> facts(ModelCard card) {
        List<String> facts = new ArrayList<>();
        facts.add(card.licence());
        card.pack().ifPresent(pack -> facts.add(ClipText.size(pack.sizeBytes())));
        if (card.pack().isEmpty() && card.choices().size() == 1) {
            facts.add("about " + ClipText.size(card.choices().get(0).aboutMegabytes() * 1_000_000L));
        }
        if (card.fetchedBytes() > 0 && row.state().get() == ModelState.PAUSED) {
            facts.add(ClipText.size(card.fetchedBytes()) + " fetched");
        }
        card.pack().ifPresent(pack -> {
            facts.add(
                    row.speed().get().isEmpty()
                            ? "speed not measured"
                            : row.speed().get());
            facts.add(pack.id().toString());
        });
        if (card.pack().isEmpty()) {
            card.repository().ifPresent(facts::add);
        }
        return facts;
    }

    private List<Node> actions() {
        List<Node> actions = new ArrayList<>();
        switch (row.state().get()) {
            case AVAILABLE -> fetching(actions, "Get");
            case PAUSED -> {
                fetching(actions, "Resume");
                actions.add(button("Discard", Feather.TRASH_2, () -> model.cancel(row)));
            }
            case GETTING -> {
                actions.add(button("Pause", Feather.PAUSE, () -> model.pause(row)));
                actions.add(button("Cancel", Feather.X, () -> model.cancel(row)));
            }
            case SHELVED -> {
                Button use = button("Use…", null, () -> model.offerUse(row));
                use.getStyleClass().add(Styles.ACCENT);
                actions.add(use);
                shelved(actions);
            }
            case IN_USE -> shelved(actions);
        }
        return actions;
    }

    private void fetching(List<Node> actions, String verb) {
        List<ModelCard.Choice> choices = row.cardNow().choices();
        if (choices.isEmpty()) {
            return;
        }
        ComboBox<ModelCard.Choice> how = new ComboBox<>();
        how.getItems().setAll(choices);
        how.setValue(model.choice(row.cardNow()));
        how.setAccessibleText("How to fetch " + row.cardNow().name());
        how.setConverter(new StringConverter<>() {
            @Override
            public String toString(ModelCard.Choice choice) {
                return choice == null
                        ? ""
                        : String.format(Locale.ROOT, "%s, about %d MB", choice.precision(), choice.aboutMegabytes());
            }

            @Override
            public ModelCard.Choice fromString(String text) {
                throw new UnsupportedOperationException("ways are chosen, not typed");
            }
        });
        Button get = button(
                verb, Feather.DOWNLOAD, () -> model.get(row, how.getValue().precision()));
        actions.add(get);
        if (choices.size() > 1) {
            actions.add(how);
        }
    }

    private void shelved(List<Node> actions) {
        actions.add(button("Measure speed", Feather.ACTIVITY, () -> model.measure(row)));
        actions.add(button("Verify", Feather.SHIELD, () -> model.verify(row)));
        if (row.state().get() == ModelState.SHELVED
                && !row.cardNow().pack().orElseThrow().bundled()) {
            actions.add(button("Remove", Feather.TRASH_2, () -> model.remove(row)));
        }
    }

    private Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, icon == null ? null : Icons.of(icon));
        button.getStyleClass().add(Styles.SMALL);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(text + " " + row.cardNow().name());
        button.setOnAction(event -> action.run());
        HBox.setHgrow(button, Priority.NEVER);
        return button;
    }
}
