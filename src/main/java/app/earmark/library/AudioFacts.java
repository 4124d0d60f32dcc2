package app.earmark.library;

import java.util.OptionalInt;

/**
 * What the decoder says about a file; never filled from defaults.
 *
 * @param format short container or codec name a sound person uses: {@code WAV, AIFF, FLAC, OGG, OPUS, MP3, M4A, …}
 * @param codec the decoder's own codec name, such as {@code pcm_s24le}
 * @param durationSeconds length of the sound
 * @param sampleRateHz samples per second and channel
 * @param channels number of channels
 * @param bitDepth bits a sample, absent for lossy codecs where it means nothing
 */
public record AudioFacts(
        String format, String codec, double durationSeconds, int sampleRateHz, int channels, OptionalInt bitDepth) {}
