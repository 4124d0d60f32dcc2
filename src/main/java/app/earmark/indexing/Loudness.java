package app.earmark.indexing;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.AudioStream;
import app.earmark.decode.ClipWindow;
import app.earmark.decode.HeardClip;
import app.earmark.decode.UndecodableFile;
import app.earmark.dsp.Waveform;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds out where in a clip there is something to hear. */
final class Loudness {

    /** Half the distance between extremes below which there is nothing to hear: −90 dBFS, as for whole clips. */
    private static final float SILENCE = 3.1623e-5f;

    private static final int BLOCK_FRAMES = 4096;

    private Loudness() {}

    static boolean isAudible(ClipWindow window) {
        float[] samples = window.around().samples();
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = window.lead(); i < window.lead() + window.frames(); i++) {
            low = Math.min(low, samples[i]);
            high = Math.max(high, samples[i]);
        }
        return (high - low) / 2 >= SILENCE;
    }

    /**
     * The window around the clip's loudest moment, mono, at the file's rate; empty if there is nothing to hear in it
     * either.
     */
    static Optional<ClipWindow> loudestPart(AudioDecoder decoder, Path file, HeardClip heard, double windowSeconds)
            throws UndecodableFile {
        byte[] minMax = heard.playerPeaks().minMax();
        int loudest = 0;
        for (int bucket = 0; bucket < minMax.length / 2; bucket++) {
            loudest = swing(minMax, bucket) > swing(minMax, loudest) ? bucket : loudest;
        }
        double length = heard.facts().durationSeconds();
        double middle = (loudest + 0.5) * length / (minMax.length / 2);
        double start = Math.max(0, Math.min(middle - windowSeconds / 2, length - windowSeconds));
        try (AudioStream stream = decoder.open(file)) {
            stream.seek(start);
            Waveform sound = read(stream, (int) stream.rate().framesIn(windowSeconds));
            ClipWindow part = new ClipWindow(start, sound);
            return sound.length() > 0 && isAudible(part) ? Optional.of(part) : Optional.empty();
        }
    }

    private static int swing(byte[] minMax, int bucket) {
        return minMax[2 * bucket + 1] - minMax[2 * bucket];
    }

    private static Waveform read(AudioStream stream, int frames) throws UndecodableFile {
        int channels = stream.channels();
        float[] block = new float[BLOCK_FRAMES * channels];
        float[] mono = new float[frames];
        int done = 0;
        for (int n = 0; n >= 0 && done < frames; n = stream.read(block, Math.min(BLOCK_FRAMES, frames - done))) {
            for (int i = 0; i < n; i++) {
                float sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += block[i * channels + channel];
                }
                mono[done + i] = sum / channels;
            }
            done += n;
        }
        return new Waveform(Arrays.copyOf(mono, done), stream.rate());
    }
}
