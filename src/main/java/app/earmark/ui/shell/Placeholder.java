package app.earmark.ui.shell;

import app.earmark.ui.search.Answer;
import app.earmark.ui.search.Pill;
import app.earmark.ui.theme.EmptyState;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Stands in the table's place while it is empty, and says what to do next. */
final class Placeholder extends StackPane {

    private static final int PILLS_OFFERED = 3;

    private final ShellViewModel model;
    private final Runnable addLibrary;

    Placeholder(ShellViewModel model, Runnable addLibrary) {
        this.model = model;
        this.addLibrary = addLibrary;
        getStyleClass().add("table-placeholder");
        model.situation().addListener((property, before, now) -> show(now));
        model.results()
                .shown()
                .addListener((property, before, now) -> show(model.situation().get()));
        show(model.situation().get());
    }

    private void show(Situation situation) {
        switch (situation) {
            case STARTING, HITS -> getChildren().clear();
            case EMPTY -> getChildren().setAll(welcome());
            case SCANNING -> getChildren().setAll(scanning());
            case NO_HITS -> getChildren().setAll(noHits(model.results().shown().get()));
        }
    }

    private EmptyState welcome() {
        EmptyState state = new EmptyState(Feather.FOLDER_PLUS);
        Button add = button("Add library…", addLibrary);
        add.setId("add-first-library");
        add.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        Button samples = button("Try the sample sounds", model::addSamples);
        samples.setId("try-samples");
        samples.getStyleClass().add(Styles.LARGE);
        state.say(
                "Your sounds are not here yet",
                "Add a folder of sounds, or drop one onto this window. Earmark lists what is in it at once, then"
                        + " listens to every sound, so that you can find it by describing it. Your files are never changed.",
                add,
                samples);
        return state;
    }

    private static EmptyState scanning() {
        EmptyState state = new EmptyState(Feather.ACTIVITY);
        state.say("Looking through your sounds", "They appear here as soon as they are listed. You need not wait.");
        return state;
    }

    private EmptyState noHits(Answer answer) {
        EmptyState state = new EmptyState(Feather.SEARCH);
        String title =
                answer.text().isEmpty() ? "No sound passes these filters" : "Nothing matches “" + answer.text() + "”";
        List<Pill> pills = List.copyOf(model.search().filters().pills());
        List<Node> actions = new ArrayList<>();
        pills.stream()
                .limit(PILLS_OFFERED)
                .forEach(pill -> actions.add(button(
                        "Remove " + pill.kind() + ": " + pill.value(),
                        () -> model.search().filters().apply(pill.without()))));
        if (pills.size() > 1) {
            actions.add(
                    button("Reset all filters", () -> model.search().filters().reset()));
        }
        if (answer.isRanked()) {
            actions.add(button("Clear the search", model.search()::clear));
        }
        String advice;
        if (answer.example().isPresent()) {
            advice =
                    "This sound was not listened to yet, or no other one was. Scan its library to the end, then try again.";
        } else if (pills.isEmpty()) {
            advice = "Try fewer or other words, or describe how it sounds: “heavy wooden door creaks slowly”.";
        } else {
            advice = "Remove a filter to see more, or try other words.";
        }
        state.say(title, advice, actions.toArray(Node[]::new));
        return state;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }
}
