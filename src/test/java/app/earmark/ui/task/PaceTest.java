package app.earmark.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.progress.Progress.Unit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void knowsNothingAtFirst() {
        pace.begin(0);

        assertThat(pace.itemsPerSecond()).isEmpty();
        assertThat(pace.secondsLeft(0, 100)).isEmpty();
        assertThat(PaceText.of("Listing", 1_234, -1, Unit.ITEMS, 0, pace)).isEqualTo("Listing 1,234");
    }

    @Test
    void aSteadyPaceGivesItsRateAndTheTimeLeft() {
        pace.begin(100);
        for (int second = 1; second <= 30; second++) {
            pace.advanced(second * 10L, 100 + second);
        }

        assertThat(pace.itemsPerSecond()).hasValueCloseTo(10.0, Offset.offset(1e-6));
        assertThat(pace.secondsLeft(300, 1_500)).hasValueCloseTo(120.0, Offset.offset(1e-6));
        assertThat(PaceText.of("Listening", 300, 1_500, Unit.ITEMS, 2, pace))
                .isEqualTo("Listening 300 of 1,500 · 10.0/s · 2 min left · 2 failed");
    }

    @Test
    void aChangeOfPaceIsFollowedWithinHalfAMinute() {
        pace.begin(0);
        long done = 0;
        for (int second = 1; second <= 60; second++) {
            done += second <= 30 ? 2 : 40;
            pace.advanced(done, second);
        }

        assertThat(pace.itemsPerSecond().orElseThrow()).isBetween(28.0, 40.0);
    }

    @Test
    void aDownloadThatGoesOnCountsOnlyWhatItFetchesNow() {
        pace.begin(0);
        for (int second = 0; second <= 10; second++) {
            pace.advanced(100_000_000L + second * 2_000_000L, second);
        }

        assertThat(PaceText.of("Downloading", 120_000_000, 160_000_000, Unit.BYTES, 0, pace))
                .isEqualTo("Downloading 120 MB of 160 MB · 2.0 MB/s · 20 s left");
    }

    @Test
    void aPhaseThatCountsNothingSaysOnlyWhatItIs() {
        pace.begin(0);

        assertThat(PaceText.of("Trying the model", 0, -1, Unit.ITEMS, 0, pace)).isEqualTo("Trying the model …");
    }
}
