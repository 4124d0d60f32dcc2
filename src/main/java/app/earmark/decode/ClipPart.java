package app.earmark.decode;

import app.earmark.dsp.Waveform;

/**
 * Some frames of a clip.
 *
 * @param firstFrame number of the first in the clip
 * @param sound mono, at the file's own rate
 */
public record ClipPart(long firstFrame, Waveform sound) {}
