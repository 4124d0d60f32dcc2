package app.earmark.ui.player;

import app.earmark.playback.Region;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.waveform.WaveformPane;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bottom of the window: transport, name and time at the left, waveform in the middle, volume at the right. */
public final class PlayerView extends HBox {

    private final PlayerViewModel model;
    private final WaveformPane waveform;
    private final Label time = new Label();
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            model.tick();
        }
    };

    public PlayerView(PlayerViewModel model) {
        this.model = model;
        setId("player");
        getStyleClass().add("player");
        setAlignment(Pos.CENTER_LEFT);
        waveform = new WaveformPane(
                fraction -> model.seek(fraction * model.durationSeconds()),
                (start, end) -> model.mark(new Region(start * model.durationSeconds(), end * model.durationSeconds())),
                () -> model.mark(null));
        StackPane middle = new StackPane(waveform, message());
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(left(), middle, volume());
        model.peaks().addListener((property, before, now) -> waveform.setPeaks(now));
        model.position().addListener((property, before, now) -> showPosition());
        model.region().addListener((property, before, now) -> showRegion());
        model.moment().addListener((property, before, now) -> showMoment());
        model.clip().addListener((property, before, now) -> {
            showMoment();
            setDisable(now == null);
            showPosition();
            showRegion();
        });
        model.playing().addListener((property, before, playing) -> {
            if (playing) {
                frames.start();
            } else {
                frames.stop();
            }
        });
        setDisable(true);
        showPosition();
    }

    private VBox left() {
        Button play = Icons.button(Feather.PLAY, "Play or pause (space)", model::togglePlay);
        play.setId("play");
        play.getStyleClass().add("play-button");
        FontIcon icon = (FontIcon) play.getGraphic();
        model.playing()
                .addListener((property, before, playing) -> icon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY));
        Button start = Icons.button(Feather.SKIP_BACK, "Play from the beginning", model::start);
        ToggleButton loop = Icons.toggle(Feather.REPEAT, "Loop (Ctrl+R); drag in the waveform to loop a part");
        loop.setId("loop");
        loop.selectedProperty().bindBidirectional(model.looping());
        ToggleButton auto = Icons.toggle(Feather.HEADPHONES, "Play each sound as it is selected");
        auto.setId("auto-audition");
        auto.selectedProperty().bindBidirectional(model.autoAudition());
        ToggleButton moment = Icons.toggle(Feather.CROSSHAIR, "Start long sounds at the part that was found");
        moment.setId("from-moment");
        moment.selectedProperty().bindBidirectional(model.fromMoment());
        HBox buttons = new HBox(2, play, start, loop, auto, moment);
        buttons.setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("No sound selected");
        name.getStyleClass().add("player-name");
        name.setMinWidth(0);
        model.clip()
                .addListener((property, before, now) ->
                        name.setText(now == null ? "No sound selected" : ClipText.oneLine(now.fileName())));
        time.getStyleClass().add("player-time");
        VBox left = new VBox(name, time, buttons);
        left.getStyleClass().add("player-left");
        left.setAlignment(Pos.CENTER_LEFT);
        return left;
    }

    private Label message() {
        Label message = new Label();
        message.setId("player-message");
        message.getStyleClass().add("player-message");
        message.setWrapText(true);
        message.setMouseTransparent(true);
        message.textProperty().bind(model.trouble());
        message.visibleProperty().bind(model.trouble().isNotEmpty());
        StackPane.setAlignment(message, Pos.BOTTOM_CENTER);
        return message;
    }

    private HBox volume() {
        Slider slider = new Slider(0, 1, model.volume().get());
        slider.setId("volume");
        slider.getStyleClass().add("small");
        slider.setAccessibleText("Volume");
        slider.valueProperty().bindBidirectional(model.volume());
        slider.setTooltip(new Tooltip("Volume"));
        FontIcon icon = Icons.of(Feather.VOLUME_2);
        model.volume()
                .addListener((property, before, now) -> icon.setIconCode(
                        now.doubleValue() == 0
                                ? Feather.VOLUME_X
                                : now.doubleValue() < 0.5 ? Feather.VOLUME_1 : Feather.VOLUME_2));
        HBox box = new HBox(6, icon, slider);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("player-volume");
        return box;
    }

    private void showPosition() {
        double duration = model.durationSeconds();
        waveform.setPlayed(duration <= 0 ? 0 : model.position().get() / duration);
        time.setText(
                model.clip().get() == null
                        ? "–"
                        : ClipText.position(model.position().get()) + " / " + ClipText.position(duration));
    }

    private void showMoment() {
        Region moment = model.moment().get();
        double duration = model.durationSeconds();
        if (moment == null || duration <= 0) {
            waveform.setMoment(-1, -1);
        } else {
            waveform.setMoment(moment.startSeconds() / duration, Math.min(1, moment.endSeconds() / duration));
        }
    }

    private void showRegion() {
        Region region = model.region().get();
        double duration = model.durationSeconds();
        if (region == null || duration <= 0) {
            waveform.setLoop(-1, -1);
        } else {
            waveform.setLoop(region.startSeconds() / duration, region.endSeconds() / duration);
        }
    }
}
