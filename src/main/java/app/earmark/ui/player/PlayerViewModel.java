package app.earmark.ui.player;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.Peaks;
import app.earmark.playback.PlaybackEngine;
import app.earmark.playback.PlaybackState;
import app.earmark.playback.Region;
import app.earmark.search.Moment;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** The clip in the player, where it plays, and how. */
public final class PlayerViewModel {

    private final PlaybackEngine engine;
    private final ClipCatalog clips;
    private final NewestWins outline;
    private final ReadOnlyObjectWrapper<Clip> clip = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Peaks> peaks = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Region> region = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Region> moment = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty fromMoment = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final BooleanProperty looping = new SimpleBooleanProperty();
    private final BooleanProperty autoAudition = new SimpleBooleanProperty();
    private final DoubleProperty volume = new SimpleDoubleProperty();
    private PlaybackState.Phase phase = PlaybackState.Phase.STOPPED;

    public PlayerViewModel(PlaybackEngine engine, ClipCatalog clips, Settings settings, Background background) {
        this.engine = engine;
        this.clips = clips;
        outline = new NewestWins(background);
        looping.set(settings.flag("player.loop", false));
        autoAudition.set(settings.flag("player.auto-audition", true));
        fromMoment.set(settings.flag("player.from-moment", true));
        fromMoment.addListener((property, before, now) -> settings.set("player.from-moment", now));
        volume.set(Math.max(0, Math.min(1, settings.number("player.volume", 0.8))));
        engine.volume(volume.get());
        looping.addListener((property, before, now) -> {
            settings.set("player.loop", now);
            passLoop();
        });
        autoAudition.addListener((property, before, now) -> settings.set("player.auto-audition", now));
        volume.addListener((property, before, now) -> {
            settings.set("player.volume", Math.round(now.doubleValue() * 100) / 100.0);
            engine.volume(now.doubleValue());
        });
        engine.onState(state -> background.show(() -> become(state)));
    }

    private void become(PlaybackState state) {
        phase = state.phase();
        playing.set(phase == PlaybackState.Phase.PLAYING);
        trouble.set(state.sentence().orElse(""));
        if (phase == PlaybackState.Phase.ENDED) {
            position.set(0);
        }
    }

    /** Puts a clip into the player without playing it. */
    public void load(Clip newClip) {
        load(newClip, Optional.empty());
    }

    /**
     * Puts a clip into the player without playing it.
     *
     * @param found the part that fits what was looked for
     */
    public void load(Clip newClip, Optional<Moment> found) {
        if (clip.get() != null && newClip != null && clip.get().id().equals(newClip.id())) {
            clip.set(newClip);
            showMoment(found);
            if (peaks.get() == null) {
                readOutline(newClip);
            }
            return;
        }
        engine.stop();
        phase = PlaybackState.Phase.STOPPED;
        playing.set(false);
        clip.set(newClip);
        peaks.set(null);
        region.set(null);
        showMoment(found);
        position.set(beginning());
        trouble.set("");
        if (newClip == null) {
            outline.cancel();
            return;
        }
        readOutline(newClip);
    }

    private void readOutline(Clip of) {
        outline.submit(
                progress -> clips.playerPeaks(of.id()),
                found -> peaks.set(found.orElse(null)),
                failure -> peaks.set(null));
    }

    /** Another question was asked while the clip is in the player. */
    public void showMoment(Optional<Moment> found) {
        moment.set(found.map(PlayerViewModel::part).orElse(null));
    }

    private static Region part(Moment moment) {
        return new Region(moment.startSeconds(), moment.startSeconds() + Math.max(0.01, moment.durationSeconds()));
    }

    private double beginning() {
        return moment.get() == null || !fromMoment.get() ? 0 : moment.get().startSeconds();
    }

    /**
     * The selection moved here: loads the clip, and plays it if the person wants to hear each.
     *
     * @param found the part that fits what was looked for; it is heard first
     */
    public void audition(Clip newClip, Optional<Moment> found) {
        boolean same = clip.get() != null && newClip != null && clip.get().id().equals(newClip.id());
        load(newClip, found);
        if (!same && newClip != null && autoAudition.get()) {
            play();
        }
    }

    /** Plays from the part that fits what was looked for, or from the loop region's beginning. */
    public void play() {
        playFrom(region.get() == null ? beginning() : region.get().startSeconds());
    }

    /** Plays from the beginning, of the loop region if there is one. */
    public void start() {
        playFrom(region.get() == null ? 0 : region.get().startSeconds());
    }

    public void togglePlay() {
        if (clip.get() == null) {
            return;
        }
        switch (phase) {
            case PLAYING -> engine.pause();
            case PAUSED -> engine.resume();
            default -> playFrom(position.get());
        }
    }

    private void playFrom(double seconds) {
        Clip current = clip.get();
        if (current == null) {
            return;
        }
        if (current.offline()) {
            trouble.set(current.fileName() + " is offline; connect its drive and scan the library again.");
            return;
        }
        trouble.set("");
        passLoop();
        position.set(seconds);
        engine.play(current.path(), seconds);
    }

    /** Goes to a position; starts there when nothing plays. */
    public void seek(double seconds) {
        double target = Math.max(0, Math.min(durationSeconds(), seconds));
        position.set(target);
        if (phase == PlaybackState.Phase.PLAYING || phase == PlaybackState.Phase.PAUSED) {
            engine.seek(target);
        } else {
            playFrom(target);
        }
    }

    /** Marks a region and turns looping on; null takes the region away. */
    public void mark(Region newRegion) {
        region.set(newRegion);
        if (newRegion != null && !looping.get()) {
            looping.set(true);
        } else {
            passLoop();
        }
        if (newRegion != null) {
            seek(newRegion.startSeconds());
        }
    }

    private void passLoop() {
        if (!looping.get() || durationSeconds() <= 0) {
            engine.loop(Optional.empty());
        } else {
            engine.loop(Optional.of(region.get() == null ? new Region(0, durationSeconds()) : region.get()));
        }
    }

    /** Follows the sound; called at every frame while it plays. */
    public void tick() {
        if (phase == PlaybackState.Phase.PLAYING) {
            position.set(Math.max(0, Math.min(durationSeconds(), engine.positionSeconds())));
        }
    }

    /** Length of the clip in the player; 0 while there is none or its length isn't known. */
    public double durationSeconds() {
        return clip.get() == null
                ? 0
                : clip.get().facts().map(AudioFacts::durationSeconds).orElse(0.0);
    }

    public ReadOnlyObjectProperty<Clip> clip() {
        return clip.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Peaks> peaks() {
        return peaks.getReadOnlyProperty();
    }

    /** Seconds from the clip's beginning. */
    public ReadOnlyDoubleProperty position() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Region> region() {
        return region.getReadOnlyProperty();
    }

    /** The part of the clip that fits what was looked for, or null. */
    public ReadOnlyObjectProperty<Region> moment() {
        return moment.getReadOnlyProperty();
    }

    /** Whether a clip that was found by a part of it is played from there. */
    public BooleanProperty fromMoment() {
        return fromMoment;
    }

    /** A sentence about why nothing is heard, or the empty string. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public BooleanProperty looping() {
        return looping;
    }

    /** Whether a clip plays as soon as the selection reaches it. */
    public BooleanProperty autoAudition() {
        return autoAudition;
    }

    /** Loudness, 0…1. */
    public DoubleProperty volume() {
        return volume;
    }
}
