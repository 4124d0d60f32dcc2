package app.earmark.playback;

import app.earmark.dsp.SampleRate;

/**
 * What a sink takes.
 *
 * @param channels 1 or 2
 */
public record SinkFormat(SampleRate rate, int channels) {}
