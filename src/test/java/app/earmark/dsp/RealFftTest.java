package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 1024})
    void equalsTheDefinition(int length) {
        Random random = new Random(length);
        double[] frame = random.doubles(length, -1, 1).toArray();
        double[] expected = new double[length / 2 + 1];
        for (int k = 0; k < expected.length; k++) {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < length; n++) {
                real += frame[n] * Math.cos(2 * Math.PI * k * n / length);
                imaginary -= frame[n] * Math.sin(2 * Math.PI * k * n / length);
            }
            expected[k] = real * real + imaginary * imaginary;
        }
        double[] power = new double[length / 2 + 1];

        new RealFft(length).power(frame, power);

        assertThat(power).containsExactly(expected, within(1e-9 * length));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 1000, -8})
    void plansOnlyPowersOfTwo(int length) {
        assertThatThrownBy(() -> new RealFft(length)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesArraysOfAnotherLength() {
        RealFft fft = new RealFft(8);

        assertThatThrownBy(() -> fft.power(new double[8], new double[4])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fft.power(new double[16], new double[5])).isInstanceOf(IllegalArgumentException.class);
    }
}
