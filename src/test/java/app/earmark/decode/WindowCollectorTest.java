package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.dsp.SampleRate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowCollectorTest {

    private static final SampleRate RATE = new SampleRate(384_000);

    @Test
    void aClipOfMoreFramesThanAnIntCountsIsCollected() {
        long frames = 10L * 3600 * RATE.hertz();
        WindowCollector collector = new WindowCollector(frames, 1000, 3);
        float[] block = new float[1 << 24];
        java.util.Arrays.fill(block, 1);
        for (long at = 0; at < frames; at += block.length) {
            collector.add(block, (int) Math.min(block.length, frames - at));
        }
        List<ClipWindow> windows = collector.windows(RATE).orElseThrow();
        assertThat(windows.stream().map(window -> RATE.framesIn(window.startSeconds())))
                .containsExactlyElementsOf(WindowStarts.of(frames, 1000, 3));
        for (ClipWindow window : windows) {
            assertThat(window.sound().samples()).hasSize(1000).containsOnly(1f);
        }
    }

    @Test
    void aClipFarShorterThanStatedIsReadAgain() {
        WindowCollector collector = new WindowCollector(Long.MAX_VALUE / 4, 1000, 3);
        collector.add(new float[5000], 5000);
        assertThat(collector.windows(RATE)).isEqualTo(Optional.empty());
        assertThat(collector.frames()).isEqualTo(5000);
    }
}
