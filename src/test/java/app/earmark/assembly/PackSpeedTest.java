package app.earmark.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.embed.AudioEncoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.RawEmbedding;
import app.earmark.embed.WindowPolicy;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PackSpeedTest {

    private final AtomicInteger encoded = new AtomicInteger();

    @Test
    void countsWholeWindowsOfAllThreads() throws Exception {
        PackSpeed speed = PackSpeed.measure(new Encoder(false), 2, Duration.ofMillis(100), Progress.NONE);

        assertThat(encoded.get())
                .as("one to warm up, and at least one a thread")
                .isGreaterThanOrEqualTo(3);
        assertThat(speed.windowsPerSecond()).isPositive().isLessThan(1000.0 * encoded.get());
        assertThat(speed)
                .returns(10.0, PackSpeed::windowSeconds)
                .returns(30, PackSpeed::mostWindows)
                .returns(2, PackSpeed::threads);
    }

    @Test
    void aModelThatCanNotBeRunIsToldAsSuch() {
        assertThatExceptionOfType(EncoderFailure.class)
                .isThrownBy(() -> PackSpeed.measure(new Encoder(true), 2, Duration.ofMillis(50), Progress.NONE))
                .withMessage("broken");
    }

    @Test
    void cancelledMeasuringEndsAtOnce() {
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatExceptionOfType(CancelledWork.class)
                .isThrownBy(() -> PackSpeed.measure(new Encoder(false), 2, Duration.ofMinutes(5), cancelled));
    }

    @Test
    void promptsAreJudgedByAFew() throws Exception {
        AtomicInteger prompts = new AtomicInteger();

        double seconds = PackSpeed.promptSeconds(
                text -> {
                    prompts.incrementAndGet();
                    return new float[1];
                },
                1_000_000);

        assertThat(prompts.get()).isLessThan(20);
        assertThat(seconds).isPositive();
        assertThat(PackSpeed.promptSeconds(text -> new float[1], 0)).isZero();
    }

    private final class Encoder implements AudioEncoder {

        private final boolean broken;

        private Encoder(boolean broken) {
            this.broken = broken;
        }

        @Override
        public SampleRate rate() {
            return new SampleRate(8000);
        }

        @Override
        public double highestHertz() {
            return rate().hertz() / 2.0;
        }

        @Override
        public WindowPolicy windows() {
            return new WindowPolicy(10, 30, 0, true);
        }

        @Override
        public RawEmbedding encode(Waveform window) throws EncoderFailure {
            assertThat(window.durationSeconds()).isEqualTo(10);
            if (broken && encoded.get() > 0) {
                throw new EncoderFailure("broken", null);
            }
            encoded.incrementAndGet();
            return new RawEmbedding(new float[1], new float[1]);
        }
    }
}
