package app.earmark.ui.player;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays one sound at a time. Methods return at once and may be called on the window's thread. */
public interface Audition {

    /** Plays the file from a position, ending whatever played before. */
    void play(Path file, double fromSeconds);

    void pause();

    void resume();

    void stop();

    /** Goes to a position of the file that plays or is paused. */
    void seek(double seconds);

    /** Plays this region over and over; the whole file for a region as long as it; once, to the end, for none. */
    void loop(Optional<LoopRegion> region);

    /** Loudness as a factor, 0…1. */
    void volume(double gain);

    /** Where the sound that can be heard now is in its file. */
    double positionSeconds();

    /** Hears of every change of state, on any thread. */
    void onState(Consumer<State> listener);

    /**
     * @param sentence why it does not play, for {@link Phase#FAILED}; names the file, or says that there is no sound device
     */
    record State(Phase phase, Optional<String> sentence) {

        public static State of(Phase phase) {
            return new State(phase, Optional.empty());
        }

        public static State failed(String sentence) {
            return new State(Phase.FAILED, Optional.of(sentence));
        }
    }

    /** What the player is doing. */
    enum Phase {
        STOPPED,
        PLAYING,
        PAUSED,
        /** Played to the end. */
        ENDED,
        FAILED
    }
}
