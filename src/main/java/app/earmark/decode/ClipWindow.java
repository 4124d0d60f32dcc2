package app.earmark.decode;

import app.earmark.dsp.Waveform;
import java.util.Arrays;

/**
 * A part of a clip to listen to, with as much around it as resampling hears.
 *
 * @param startSeconds where in the clip the window begins
 * @param around mono, at the file's own rate: the window with what lies before and after it
 * @param lead frames of {@code around} before the window
 * @param frames length of the window
 */
public record ClipWindow(double startSeconds, Waveform around, int lead, int frames) {

    /** A window alone. */
    public ClipWindow(double startSeconds, Waveform sound) {
        this(startSeconds, sound, 0, sound.length());
    }

    /** The window itself. */
    public Waveform sound() {
        return lead == 0 && frames == around.length()
                ? around
                : new Waveform(Arrays.copyOfRange(around.samples(), lead, lead + frames), around.rate());
    }

    public double durationSeconds() {
        return around.rate().secondsOf(frames);
    }
}
