package app.earmark.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.playback.PlaybackState;
import app.earmark.playback.PlaybackState.Phase;
import app.earmark.ui.fakes.MemoryAudition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FallbackEngineTest {

    private final MemoryAudition mute = new MemoryAudition(Optional.of("No sound device was found."));
    private final MemoryAudition works = new MemoryAudition();
    private final List<PlaybackState> heard = new ArrayList<>();

    @Test
    void whatTheFirstPlaysTheSecondNeverSees() {
        FallbackEngine engine = engine(works, mute);

        engine.play(Path.of("a.wav"), 0);
        engine.pause();

        assertThat(works.told).containsExactly("play a.wav from 0.0", "pause");
        assertThat(mute.told).isEmpty();
    }

    @Test
    void whatTheFirstRefusesTheSecondPlaysFromTheSamePosition() {
        FallbackEngine engine = engine(mute, works);

        engine.play(Path.of("a.mp3"), 1.5);
        engine.seek(2);

        assertThat(works.told).containsExactly("play a.mp3 from 1.5", "seek 2.0");
        assertThat(heard).extracting(PlaybackState::phase).containsExactly(Phase.PLAYING);
    }

    @Test
    void aFormatTheSecondDoesNotKnowIsNotTriedThere() {
        engine(mute, works).play(Path.of("a.flac"), 0);

        assertThat(works.told).isEmpty();
        assertThat(heard).containsExactly(PlaybackState.failed("No sound device was found."));
    }

    @Test
    void whenBothFailTheFirstReasonIsTold() {
        engine(mute, new MemoryAudition(Optional.of("something technical"))).play(Path.of("a.wav"), 0);

        assertThat(heard).containsExactly(PlaybackState.failed("No sound device was found."));
    }

    @Test
    void theNextSoundIsTriedWithTheFirstAgain() {
        FallbackEngine engine = engine(mute, works);
        engine.play(Path.of("a.wav"), 0);
        engine.play(Path.of("b.wav"), 0);

        assertThat(mute.told).containsExactly("play a.wav from 0.0", "play b.wav from 0.0");
        assertThat(works.told).containsExactly("play a.wav from 0.0", "stop", "play b.wav from 0.0");
    }

    private FallbackEngine engine(MemoryAudition first, MemoryAudition second) {
        FallbackEngine engine =
                new FallbackEngine(first, second, file -> !file.toString().endsWith(".flac"));
        engine.onState(heard::add);
        return engine;
    }
}
