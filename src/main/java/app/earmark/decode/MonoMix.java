package app.earmark.decode;

import app.earmark.dsp.ChannelMean;

/** How several channels become one. */
@FunctionalInterface
interface MonoMix {

    MonoMix MEAN = (interleaved, frames, channels, mono) -> ChannelMean.of(interleaved, frames, channels, mono, 0);

    void mix(float[] interleaved, int frames, int channels, float[] mono);

    static MonoMix only(int channel) {
        return (interleaved, frames, channels, mono) -> {
            for (int i = 0; i < frames; i++) {
                mono[i] = interleaved[i * channels + channel];
            }
        };
    }
}
