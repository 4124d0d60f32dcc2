/** Hearing a clip: its waveform with playhead and loop region, transport, volume, and auditioning as the selection moves. */
package app.earmark.ui.player;
