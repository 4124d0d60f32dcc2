/** Draws outlines of waveforms: small in a table row, large in the player with its playhead and loop. */
package app.earmark.ui.waveform;
