package app.earmark.playback;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays one sound at a time. Methods return at once and may be called on any thread; what happened is told to the
 * listener. Two engines exist: {@link LinePlayer} for everything that decodes, and the window's own media engine.
 */
public interface PlaybackEngine extends AutoCloseable {

    /** Plays a file from a position, ending at once whatever played before. */
    void play(Path file, double fromSeconds);

    void pause();

    void resume();

    void stop();

    /** Goes to a position of the file that plays or is paused. */
    void seek(double seconds);

    /**
     * Plays a region over and over; a region that reaches beyond the end repeats there; none plays on to the end. Stays
     * as it is until changed. A sound that is beyond the region's end jumps to its start.
     */
    void loop(Optional<Region> region);

    /** Loudness as a factor, 0…1, reached without a click. */
    void volume(double gain);

    /** Where the sound that can be heard now (not what was last handed to the device) is in its file. */
    double positionSeconds();

    /** Hears of every change of state, in order, on a thread of the engine. Replaces the listener before. */
    void onState(Consumer<PlaybackState> listener);

    /** Ends playing for good. */
    @Override
    void close();
}
