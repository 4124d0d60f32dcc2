package app.earmark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.search.ClipWindows.Rows;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Rows ROWS =
            new Rows(new int[] {2, 2, -1, -1, 0, 0, 0}, new float[] {0, 10, 0, 10, 0, 10, 20}, new float[7]);
    private static final float[] CLIPS = {0.2f, 0.9f, 0.3f};
    private static final float[] WINDOWS = {0.3f, 0.3f, 0.99f, 0.99f, 0.1f, 0.8f, 0.1f};

    @Test
    void aWindowCountsForAsMuchAsItExceedsChance() {
        Moments moments = Moments.of(CLIPS, WINDOWS, ROWS, true);
        double deviation = Math.sqrt((2 * Math.pow(0.7 / 3, 2) + Math.pow(1.4 / 3, 2)) / 3);
        assertThat(moments.windowOf()).containsExactly(5, -1, 0);
        assertThat(moments.cosines()[0]).isCloseTo((float) (0.8 - 0.846284 * deviation), within(1e-4f));
        assertThat(moments.cosines()[1]).isEqualTo(0.9f);
        assertThat(moments.cosines()[2]).isEqualTo(0.3f);
    }

    @Test
    void namedMomentsLeaveTheRankingAlone() {
        Moments moments = Moments.of(CLIPS, WINDOWS, ROWS, false);
        assertThat(moments.windowOf()).containsExactly(5, -1, 0);
        assertThat(moments.cosines()).containsExactly(CLIPS);
    }

    @Test
    void windowsBeyondTheScoresAndScoresBeyondTheWindowsArePassedOver() {
        assertThat(Moments.of(CLIPS, new float[] {0.4f}, ROWS, true).windowOf()).containsExactly(-1, -1, 0);
        assertThat(Moments.of(new float[] {0.2f}, WINDOWS, ROWS, true).windowOf())
                .containsExactly(5);
        assertThat(Moments.of(CLIPS, WINDOWS, Rows.NONE, true).cosines()).containsExactly(CLIPS);
    }

    /** Harter, Expected values of normal order statistics, Biometrika 48 (1961), table 1. */
    @Test
    void theExpectedMaximumIsThatOfTheTables() {
        assertThat(ExpectedMaximum.of(1)).isCloseTo(0, within(1e-4));
        assertThat(ExpectedMaximum.of(2)).isCloseTo(0.56419, within(1e-4));
        assertThat(ExpectedMaximum.of(3)).isCloseTo(0.84628, within(1e-4));
        assertThat(ExpectedMaximum.of(10)).isCloseTo(1.53875, within(1e-4));
        assertThat(ExpectedMaximum.of(30)).isCloseTo(2.04276, within(1e-4));
        assertThat(ExpectedMaximum.of(100)).isCloseTo(2.50759, within(1e-4));
        assertThat(ExpectedMaximum.of(9999)).isEqualTo(ExpectedMaximum.of(256));
    }
}
