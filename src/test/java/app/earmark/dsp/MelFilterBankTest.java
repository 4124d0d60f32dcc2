package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MelFilterBankTest {

    private static final SampleRate RATE = new SampleRate(44_100);

    private final MelFilterBank bank = MelFilterBank.linearInMel(MelScale.NATURAL_LOG_1127, RATE, 2048, 96, 0, 22_050);

    @Test
    void everyBandOfAFlatSpectrumIsOne() {
        double[] flat = new double[1025];
        Arrays.fill(flat, 1);
        double[] energies = new double[96];

        bank.apply(flat, energies);

        for (double energy : energies) {
            assertThat(energy).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aToneIsHeardByTheBandWhoseCentreIsNearest() {
        MelScale scale = MelScale.NATURAL_LOG_1127;
        double step = scale.toMel(22_050) / 97;
        for (int band = 10; band < 96; band++) {
            int bin = (int) Math.round(scale.toHertz((band + 1) * step) * 2048 / 44_100);
            double[] tone = new double[1025];
            tone[bin] = 1;
            double[] energies = new double[96];

            bank.apply(tone, energies);

            int nearest = (int) Math.round(scale.toMel(bin * 44_100.0 / 2048) / step) - 1;
            int heard = 0;
            for (int i = 0; i < 96; i++) {
                if (energies[i] > 0) {
                    assertThat(Math.abs(i - nearest)).isLessThanOrEqualTo(1);
                    heard++;
                }
            }
            assertThat(heard).isBetween(1, 2);
            assertThat(energies[nearest]).isPositive();
        }
    }

    @Test
    void melAndHertzAreInverse() {
        for (double hertz = 0; hertz < 24_000; hertz += 777) {
            MelScale scale = MelScale.NATURAL_LOG_1127;
            assertThat(scale.toHertz(scale.toMel(hertz))).isCloseTo(hertz, within(1e-8));
        }
        assertThat(MelScale.NATURAL_LOG_1127.toMel(1000)).isCloseTo(1000, within(0.1));
    }

    @Test
    void refusesMoreBandsThanTheBinsCanFill() {
        assertThatThrownBy(() -> MelFilterBank.linearInMel(MelScale.NATURAL_LOG_1127, RATE, 512, 96, 0, 22_050))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mel band 0");
    }
}
