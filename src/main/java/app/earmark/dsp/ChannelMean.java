package app.earmark.dsp;

/**
 * Channels to mono: the plain mean, as librosa and torch pipelines take it. (Down-mixers for playback weigh by 0.707 and
 * come out 3 dB higher.)
 */
public final class ChannelMean {

    private ChannelMean() {}

    /**
     * Averages {@code frames} frames.
     *
     * @param interleaved shape [≥ frames × channels]
     * @param mono receives {@code frames} samples from index {@code offset} on
     */
    public static void of(float[] interleaved, int frames, int channels, float[] mono, int offset) {
        switch (channels) {
            case 1 -> System.arraycopy(interleaved, 0, mono, offset, frames);
            case 2 -> {
                for (int i = 0; i < frames; i++) {
                    mono[offset + i] = 0.5f * interleaved[2 * i] + 0.5f * interleaved[2 * i + 1];
                }
            }
            default -> {
                for (int i = 0; i < frames; i++) {
                    double sum = 0;
                    for (int channel = 0; channel < channels; channel++) {
                        sum += interleaved[i * channels + channel];
                    }
                    mono[offset + i] = (float) (sum / channels);
                }
            }
        }
    }
}
