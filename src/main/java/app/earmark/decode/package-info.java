/**
 * Turns sound files into waveforms at their true rate, streaming, through FFmpeg. What a file is (rate, channels, bit
 * depth, length) comes from the decoder and never from a default; what can't be decoded becomes an {@link
 * app.earmark.decode.UndecodableFile} whose message a person can act on.
 */
package app.earmark.decode;
