package app.earmark.ui.review;

import app.earmark.library.ClipTags;
import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.ui.tags.ModelScore;
import app.earmark.ui.tags.SourceLook;
import app.earmark.ui.tags.TagChip;
import app.earmark.ui.tags.TagCompletion;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.EmptyState;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.KeyButton;
import app.earmark.ui.theme.PageHeader;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One unsure clip after another, worked by single keys; in the place of the results until it is closed. */
public final class ReviewPage extends VBox {

    private final ReviewViewModel model;
    private final Runnable leave;
    private final Runnable togglePlay;
    private final Label place = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label name = new Label();
    private final Label folder = new Label();
    private final Label ask = new Label();
    private final Label sure = new Label();
    private final Label answered = new Label();
    private final FlowPane others = new FlowPane(6, 6);
    private final VBox picks = new VBox(4);
    private final TextField add = new TextField();
    private final VBox asking;
    private final EmptyState nothing = new EmptyState(Feather.CHECK_CIRCLE);

    /**
     * @param leave goes back to the results
     * @param togglePlay plays or pauses the clip
     */
    public ReviewPage(ReviewViewModel model, Runnable leave, Runnable togglePlay) {
        this.model = model;
        this.leave = leave;
        this.togglePlay = togglePlay;
        setId("review-page");
        getStyleClass().addAll("page", "review-page");
        setFocusTraversable(true);
        place.setId("review-place");
        place.getStyleClass().add("caption");
        place.setMinWidth(USE_PREF_SIZE);
        progress.getStyleClass().add("review-progress");
        asking = asking();
        ScrollPane scroll = new ScrollPane(asking);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        StackPane content = new StackPane(scroll, nothing);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new PageHeader("Review", leave, place, progress),
                        PageHeader.trouble(model.edits().trouble()),
                        content,
                        keySheet());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMousePressed(event -> requestFocus());
        model.question().addListener((property, before, now) -> show());
        model.tags().addListener((property, before, now) -> show());
        model.stage().addListener((property, before, now) -> show());
        model.at().addListener((property, before, now) -> show());
        show();
    }

    private VBox asking() {
        name.setId("review-name");
        name.getStyleClass().add("review-name");
        name.setWrapText(true);
        folder.getStyleClass().add("caption");
        ask.setId("review-question");
        ask.getStyleClass().add("review-question");
        ask.setWrapText(true);
        ask.setMinHeight(USE_PREF_SIZE);
        sure.getStyleClass().add("page-note");
        sure.setWrapText(true);
        sure.setMinHeight(USE_PREF_SIZE);
        answered.getStyleClass().add("review-answered");
        FlowPane answers = new FlowPane(
                8,
                8,
                new KeyButton("Y", "Yes", model::confirm),
                new KeyButton("N", "No", model::reject),
                new KeyButton("S", "Skip", model::skip),
                new KeyButton("B", "Back", model::back),
                new KeyButton("U", "Undo", model::undo));
        answers.getStyleClass().add("review-answers");
        add.setId("review-add");
        add.setPromptText("T: type another tag");
        add.setMaxWidth(360);
        add.setOnAction(event -> accept(add.getText()));
        new TagCompletion(add, model.edits().labels(), this::accept);
        VBox box = new VBox(
                10,
                new VBox(2, name, folder),
                new VBox(4, ask, sure, answered),
                answers,
                caption("Or is it one of these?"),
                picks,
                add,
                caption("What is said about it"),
                others);
        box.getStyleClass().add("review-asking");
        return box;
    }

    private static Label caption(String text) {
        Label caption = new Label(text);
        caption.getStyleClass().add("section-title");
        return caption;
    }

    private static Node keySheet() {
        FlowPane keys = new FlowPane(14, 4);
        keys.getStyleClass().add("key-sheet");
        List.of(
                        List.of("Y", "yes, it holds"),
                        List.of("N", "no"),
                        List.of("1–5", "no, it is this"),
                        List.of("S →", "skip"),
                        List.of("B ←", "back"),
                        List.of("U", "undo"),
                        List.of("T", "type a tag"),
                        List.of("Space", "play or pause"),
                        List.of("Enter", "play again"),
                        List.of("Esc", "leave"))
                .forEach(key -> keys.getChildren().add(KeyButton.hint(key.get(0), key.get(1))));
        return keys;
    }

    private void accept(String typed) {
        model.add(typed);
        add.clear();
        requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (add.isFocused()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                add.clear();
                requestFocus();
                event.consume();
            }
            return;
        }
        switch (event.getCode()) {
            case Y -> model.confirm();
            case N, DELETE -> model.reject();
            case S, RIGHT, DOWN -> model.skip();
            case B, LEFT, UP, BACK_SPACE -> model.back();
            case U -> model.undo();
            case ENTER -> model.playAgain();
            case SPACE -> togglePlay.run();
            case T -> add.requestFocus();
            case DIGIT1, NUMPAD1 -> model.pick(0);
            case DIGIT2, NUMPAD2 -> model.pick(1);
            case DIGIT3, NUMPAD3 -> model.pick(2);
            case DIGIT4, NUMPAD4 -> model.pick(3);
            case DIGIT5, NUMPAD5 -> model.pick(4);
            case ESCAPE -> leave.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show() {
        Question asked = model.question().get();
        Icons.show(asking, asked != null);
        nothing.setVisible(asked == null);
        int size = model.size();
        place.setText(
                size == 0 ? "" : ClipText.count(Math.min(size, model.at().get() + 1)) + " of " + ClipText.count(size));
        progress.setVisible(size > 0);
        progress.setProgress(size == 0 ? 0 : Math.max(0, model.at().get()) / (double) size);
        if (asked == null) {
            showNothing();
            return;
        }
        name.setText(ClipText.oneLine(asked.clip().fileName()));
        folder.setText(String.valueOf(asked.clip().path().getParent()));
        ask.setText("Is this " + asked.name() + "?");
        sure.setText(asked.remark());
        answered.setText(
                switch (model.answerNow()) {
                    case NONE -> "";
                    case YES -> "You said yes.";
                    case NO -> "You said no.";
                    case OTHER -> "You said it is something else.";
                });
        Icons.show(answered, !answered.getText().isEmpty());
        showPicks();
        showTags(model.tags().get());
    }

    private void showPicks() {
        picks.getChildren().clear();
        List<Guess> choice = model.picks();
        for (int i = 0; i < choice.size(); i++) {
            int index = i;
            Guess guess = choice.get(i);
            KeyButton button = new KeyButton(
                    Integer.toString(i + 1),
                    guess.name() + "   " + ModelScore.both(OptionalDouble.of(guess.score()), guess.probability()),
                    () -> model.pick(index));
            picks.getChildren().add(button);
        }
        if (choice.isEmpty()) {
            Label none = new Label("The model has no other guess.");
            none.getStyleClass().add("no-tag");
            picks.getChildren().add(none);
        }
    }

    private void showTags(ClipTags tags) {
        others.getChildren().clear();
        for (Tag tag : tags.tags()) {
            TagChip chip = new TagChip();
            chip.show(tag);
            Label score = new Label(ModelScore.both(tag.score(), tag.probability()));
            score.getStyleClass().add("score");
            HBox one = new HBox(4, chip, SourceLook.label(tag.source()), score);
            one.setAlignment(Pos.CENTER_LEFT);
            others.getChildren().add(one);
        }
        tags.rejected().forEach(label -> {
            TagChip chip = new TagChip();
            chip.say(model.edits().labels().nameOf(label), "You rejected it.");
            chip.getStyleClass().add("rejected");
            others.getChildren().add(chip);
        });
        if (others.getChildren().isEmpty()) {
            Label none = new Label("Nothing yet");
            none.getStyleClass().add("no-tag");
            others.getChildren().add(none);
        }
    }

    private void showNothing() {
        switch (model.stage().get()) {
            case LOOKING -> nothing.say("Looking for unsure sounds …", "");
            case NOTHING ->
                nothing.say(
                        "Nothing to ask",
                        model.about()
                                .map(label -> "Among these sounds there is none for which the model says or guesses "
                                        + label + ".")
                                .orElse(
                                        "Every sound on show has a tag that you, its file or its name gave it, or was not"
                                                + " listened to yet. Search for others, and review those."));
            default ->
                nothing.say(
                        "All " + ClipText.count(model.size()) + " done",
                        model.count(ReviewViewModel.Answer.YES) + " confirmed, "
                                + model.count(ReviewViewModel.Answer.NO)
                                + " rejected, " + model.count(ReviewViewModel.Answer.OTHER)
                                + " given another tag. B goes back, U takes back the last answer, Esc leaves.");
        }
    }

    /** Takes the keyboard. */
    public void open() {
        requestFocus();
    }
}
