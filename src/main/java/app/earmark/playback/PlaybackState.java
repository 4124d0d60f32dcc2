package app.earmark.playback;

import java.util.Optional;

/**
 * What an engine is doing.
 *
 * @param sentence why it does not play, for {@link Phase#FAILED}: names the file, or says that there is no sound device
 */
public record PlaybackState(Phase phase, Optional<String> sentence) {

    /** Phases of playing. */
    public enum Phase {
        STOPPED,
        PLAYING,
        PAUSED,
        /** Played to the end, and heard there. */
        ENDED,
        FAILED
    }

    public static PlaybackState of(Phase phase) {
        return new PlaybackState(phase, Optional.empty());
    }

    /** @param sentence for the person */
    public static PlaybackState failed(String sentence) {
        return new PlaybackState(Phase.FAILED, Optional.of(sentence));
    }
}
