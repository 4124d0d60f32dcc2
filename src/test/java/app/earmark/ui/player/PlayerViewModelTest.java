package app.earmark.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.playback.Region;
import app.earmark.search.Moment;
import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.settings.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlayerViewModelTest {

    private final MemoryCatalog catalog = MemoryCatalog.of(60);
    private final MemoryAudition engine = new MemoryAudition();
    private final Settings settings = new Settings();
    private final PlayerViewModel model = new PlayerViewModel(engine, catalog, settings, new Threads().background());
    private final Clip clip = catalog.find(new ClipId(1)).orElseThrow();
    private final Clip other = catalog.find(new ClipId(2)).orElseThrow();

    @Test
    void auditioningPlaysEachClipOnceUnlessSwitchedOff() {
        model.audition(clip, Optional.empty());
        model.audition(clip, Optional.empty());
        assertThat(engine.told).filteredOn(told -> told.startsWith("play")).hasSize(1);

        model.autoAudition().set(false);
        model.audition(other, Optional.empty());
        assertThat(engine.told).filteredOn(told -> told.startsWith("play")).hasSize(1);
        assertThat(model.clip().get()).isEqualTo(other);
        assertThat(settings.flag("player.auto-audition", true)).isFalse();
    }

    @Test
    void aClipFoundByAPartOfItIsHeardFromThereUnlessSwitchedOff() {
        Optional<Moment> found = Optional.of(new Moment(20, 10));
        model.audition(clip, found);
        assertThat(engine.told).last().isEqualTo("play " + clip.fileName() + " from 20.0");
        assertThat(model.moment().get()).isEqualTo(new Region(20, 30));
        model.start();
        assertThat(engine.told).last().isEqualTo("play " + clip.fileName() + " from 0.0");

        model.load(clip, Optional.of(new Moment(40, 10)));
        assertThat(model.moment().get()).isEqualTo(new Region(40, 50));
        model.play();
        assertThat(engine.told).last().isEqualTo("play " + clip.fileName() + " from 40.0");

        model.autoAudition().set(false);
        model.audition(other, found);
        assertThat(model.position().get()).isEqualTo(20);
        model.togglePlay();
        assertThat(engine.told).last().isEqualTo("play " + other.fileName() + " from 20.0");

        model.fromMoment().set(false);
        assertThat(settings.flag("player.from-moment", true)).isFalse();
        model.audition(clip, found);
        assertThat(model.position().get()).isZero();
        assertThat(model.moment().get()).isEqualTo(new Region(20, 30));
        model.load(other);
        assertThat(model.moment().get()).isNull();
    }

    @Test
    void spacePausesResumesAndStartsAgainAfterTheEnd() {
        model.load(clip);
        model.togglePlay();
        assertThat(model.playing().get()).isTrue();
        model.togglePlay();
        assertThat(model.playing().get()).isFalse();
        model.togglePlay();
        engine.become(PlaybackState.of(Phase.ENDED));
        model.togglePlay();

        assertThat(engine.told)
                .containsSubsequence(
                        "play " + clip.fileName() + " from 0.0",
                        "pause",
                        "resume",
                        "play " + clip.fileName() + " from 0.0");
    }

    @Test
    void aMarkedRegionLoopsAndStartsThere() {
        model.load(clip);

        model.mark(new Region(0.5, 1.0));

        assertThat(model.looping().get()).isTrue();
        assertThat(engine.loop).contains(new Region(0.5, 1.0));
        assertThat(engine.told).last().isEqualTo("play " + clip.fileName() + " from 0.5");

        model.looping().set(false);
        assertThat(engine.loop).isEmpty();
    }

    @Test
    void loopingWithoutARegionRepeatsTheWholeClip() {
        model.load(clip);
        model.looping().set(true);

        assertThat(engine.loop)
                .contains(new Region(0, clip.facts().orElseThrow().durationSeconds()));
    }

    @Test
    void seekingStaysInsideTheClip() {
        model.load(clip);
        model.start();

        model.seek(1e9);

        assertThat(model.position().get()).isEqualTo(model.durationSeconds());
        assertThat(engine.told).last().isEqualTo("seek " + model.durationSeconds());
    }

    @Test
    void thePositionFollowsTheEngineOnlyWhilePlaying() {
        model.load(clip);
        model.start();
        engine.position = 0.3;
        model.tick();
        assertThat(model.position().get()).isEqualTo(0.3);

        engine.become(PlaybackState.of(Phase.PAUSED));
        engine.position = 0.4;
        model.tick();
        assertThat(model.position().get()).isEqualTo(0.3);
    }

    @Test
    void withoutASoundDeviceItSaysSoAndGoesOnWorking() {
        MemoryAudition mute = new MemoryAudition(Optional.of("No sound device was found."));
        PlayerViewModel silent = new PlayerViewModel(mute, catalog, settings, new Threads().background());

        silent.audition(clip, Optional.empty());

        assertThat(silent.trouble().get()).isEqualTo("No sound device was found.");
        assertThat(silent.playing().get()).isFalse();
        assertThat(silent.peaks().get()).isNotNull();
        silent.audition(other, Optional.empty());
        assertThat(silent.clip().get()).isEqualTo(other);
    }

    @Test
    void anOfflineClipIsNotPlayedButExplained() {
        Clip offline = catalog.find(new ClipId(53)).orElseThrow();
        assertThat(offline.offline()).isTrue();

        model.audition(offline, Optional.empty());

        assertThat(engine.told).noneMatch(told -> told.startsWith("play"));
        assertThat(model.trouble().get()).startsWith(offline.fileName()).contains("offline");
    }

    @Test
    void volumeIsRememberedAndPassedOn() {
        model.volume().set(0.25);

        assertThat(engine.gain).isEqualTo(0.25);
        assertThat(settings.number("player.volume", 1)).isEqualTo(0.25);
    }
}
