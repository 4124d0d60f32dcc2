/**
 * Signal maths on float arrays. Its central value is {@link app.earmark.dsp.Waveform}: samples together with the
 * {@link app.earmark.dsp.SampleRate} they were taken at, so that no method anywhere can be handed samples whose rate it
 * has to guess.
 */
package app.earmark.dsp;
