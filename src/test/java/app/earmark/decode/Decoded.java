package app.earmark.decode;

import app.earmark.dsp.Waveform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whole files as waveforms, for tests. */
final class Decoded {

    private Decoded() {}

    static Waveform[] channels(AudioDecoder decoder, Path file) throws UndecodableFile {
        try (AudioStream stream = decoder.open(file)) {
            return rest(stream);
        }
    }

    /** Everything from the stream's position on, one waveform a channel. */
    static Waveform[] rest(AudioStream stream) throws UndecodableFile {
        int channels = stream.channels();
        List<float[]> blocks = new ArrayList<>();
        int total = 0;
        float[] block = new float[777 * channels];
        for (int n = stream.read(block, 777); n >= 0; n = stream.read(block, 777)) {
            blocks.add(Arrays.copyOf(block, n * channels));
            total += n;
        }
        Waveform[] result = new Waveform[channels];
        for (int channel = 0; channel < channels; channel++) {
            float[] samples = new float[total];
            int at = 0;
            for (float[] interleaved : blocks) {
                for (int i = channel; i < interleaved.length; i += channels) {
                    samples[at++] = interleaved[i];
                }
            }
            result[channel] = new Waveform(samples, stream.rate());
        }
        return result;
    }

    /** The middle half, where lossy codecs have settled. */
    static Waveform middle(Waveform sound) {
        int n = sound.length();
        return new Waveform(Arrays.copyOfRange(sound.samples(), n / 4, n - n / 4), sound.rate());
    }
}
