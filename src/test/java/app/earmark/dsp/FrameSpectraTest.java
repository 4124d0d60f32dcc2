package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSpectraTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 128, 256, 1024, 2048})
    void equalsTheTransformOfEachFrameByItself(int length) {
        Random random = new Random(length);
        float[] samples = new float[4 * length + 31];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        double[] window = random.doubles(length).toArray();
        int[] starts = random.ints(40, 0, samples.length - length).toArray();
        FrameSpectra spectra = new FrameSpectra(length);
        RealFft fft = new RealFft(length);
        double[][] power = new double[length / 2 + 1][FrameSpectra.LANES];
        double[] frame = new double[length];
        double[] expected = new double[fft.bins()];

        for (int frames : new int[] {FrameSpectra.LANES, 5}) {
            spectra.power(samples, starts, 3, frames, window, 0, power);

            for (int lane = 0; lane < frames; lane++) {
                for (int n = 0; n < length; n++) {
                    frame[n] = samples[starts[3 + lane] + n] * window[n];
                }
                fft.power(frame, expected);
                for (int k = 0; k < expected.length; k++) {
                    assertThat(power[k][lane]).isCloseTo(expected[k], within(1e-9));
                }
            }
        }
    }
}
