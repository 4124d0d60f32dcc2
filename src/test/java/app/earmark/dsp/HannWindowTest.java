package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of {@code scipy.signal.windows.hann(5)} and {@code hann(4, sym=False)}. */
class HannWindowTest {

    @Test
    void symmetricEndsInZero() {
        assertThat(HannWindow.symmetric(5)).containsExactly(new float[] {0, 0.5f, 1, 0.5f, 0}, within(1e-7f));
    }

    @Test
    void periodicIsTheSymmetricOneSampleLongerWithoutItsEnd() {
        assertThat(HannWindow.periodic(4)).containsExactly(new double[] {0, 0.5, 1, 0.5}, within(1e-15));
    }
}
