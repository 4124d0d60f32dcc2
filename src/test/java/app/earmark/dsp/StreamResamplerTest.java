package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.testing.Tones;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamResamplerTest {

    @ParameterizedTest
    @CsvSource({"44100, 48000", "96000, 44100", "8000, 48000", "192000, 48000", "44100, 11025"})
    void givesWhatTheWholeGivesHoweverTheBlocksFall(int from, int to) {
        Resampler resampler = new Resampler();
        Waveform left = Tones.noise(1, 0.5, 0.3, from);
        Waveform right = Tones.noise(2, 0.5, 0.3, from);
        Waveform[] whole = {resampler.resample(left, new SampleRate(to)), resampler.resample(right, new SampleRate(to))
        };
        StreamResampler stream = resampler.stream(new SampleRate(from), new SampleRate(to), 2);
        Random random = new Random(3);
        float[] out = new float[2 * (whole[0].length() + 10)];
        float[] block = new float[2 * 2000];
        float[] pulled = new float[2 * 700];
        int frames = 0;
        for (int at = 0; at < left.length(); ) {
            int count = Math.min(left.length() - at, 1 + random.nextInt(2000));
            for (int i = 0; i < count; i++) {
                block[2 * i] = left.samples()[at + i];
                block[2 * i + 1] = right.samples()[at + i];
            }
            stream.push(block, count);
            at += count;
            if (at == left.length()) {
                stream.finish();
            }
            for (int n = stream.pull(pulled, 700); n > 0; n = stream.pull(pulled, 700)) {
                System.arraycopy(pulled, 0, out, 2 * frames, 2 * n);
                frames += n;
            }
        }
        assertThat(frames).isEqualTo(whole[0].length());
        for (int i = 0; i < frames; i++) {
            assertThat(out[2 * i]).isCloseTo(whole[0].samples()[i], within(2e-6f));
            assertThat(out[2 * i + 1]).isCloseTo(whole[1].samples()[i], within(2e-6f));
        }
    }
}
