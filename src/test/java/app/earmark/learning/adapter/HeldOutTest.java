package app.earmark.learning.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldOutTest {

    @Test
    void aGainThatChanceExplainsIsNone() {
        assertThat(new HeldOut(100, 22, 41, 24, 5).isBetter()).isTrue();
        assertThat(new HeldOut(100, 22, 24, 7, 5).isBetter()).isFalse();
        assertThat(new HeldOut(100, 22, 22, 0, 0).isBetter()).isFalse();
        assertThat(HeldOut.NONE.isBetter()).isFalse();
    }

    @Test
    void aLossThatChanceExplainsIsNone() {
        assertThat(new HeldOut(100, 30, 22, 2, 10).isWorse()).isTrue();
        assertThat(new HeldOut(100, 30, 29, 5, 6).isWorse()).isFalse();
        assertThat(HeldOut.NONE.isWorse()).isFalse();
    }

    @Test
    void countsWhatEitherFinds() {
        HeldOut counted = HeldOut.NONE
                .plus(true, true)
                .plus(true, false)
                .plus(false, true)
                .plus(false, true)
                .plus(false, false);
        assertThat(counted).isEqualTo(new HeldOut(5, 2, 3, 2, 1));
    }
}
