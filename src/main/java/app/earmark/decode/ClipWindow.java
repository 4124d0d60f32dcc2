package app.earmark.decode;

import app.earmark.dsp.Waveform;

/**
 * A part of a clip to listen to.
 *
 * @param startSeconds where in the clip it begins
 * @param sound mono, at the file's own rate
 */
public record ClipWindow(double startSeconds, Waveform sound) {}
