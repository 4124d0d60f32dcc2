package app.earmark.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WaveformOutlineTest {

    @Property(tries = 100)
    void everyBucketIsTheExtremeOfItsStretchHoweverTheBlocksFall(
            @ForAll @IntRange(min = 1, max = 16_000) int frames,
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 1, max = 1100) int buckets,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] samples = new float[frames * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 2 * random.nextFloat() - 1;
        }
        WaveformOutline outline = new WaveformOutline();
        for (int at = 0; at < frames; ) {
            int count = Math.min(frames - at, 1 + random.nextInt(3000));
            float[] block = java.util.Arrays.copyOfRange(samples, at * channels, (at + count) * channels);
            outline.add(block, count, channels);
            at += count;
        }
        byte[] result = outline.minMax(buckets);
        for (int bucket = 0; bucket < buckets; bucket++) {
            int first = (int) (bucket * (double) frames / buckets);
            int end = Math.max(first + 1, (int) ((bucket + 1) * (double) frames / buckets));
            float low = 9;
            float high = -9;
            for (int i = first * channels; i < end * channels; i++) {
                low = Math.min(low, samples[i]);
                high = Math.max(high, samples[i]);
            }
            assertThat(result[2 * bucket]).isEqualTo((byte) Math.floor(low * 127.0));
            assertThat(result[2 * bucket + 1]).isEqualTo((byte) Math.ceil(high * 127.0));
        }
    }

    @Test
    void aLongSoundIsDrawnInItsPlace() {
        WaveformOutline outline = new WaveformOutline();
        float[] quiet = new float[1000];
        float[] loud = new float[1000];
        java.util.Arrays.fill(loud, 0.5f);
        for (int i = 0; i < 1000; i++) {
            outline.add(i >= 500 && i < 750 ? loud : quiet, 1000, 1);
        }
        byte[] result = outline.minMax(96);
        for (int bucket = 0; bucket < 96; bucket++) {
            if (bucket == 47 || bucket == 72) {
                continue; // their edges may be off by 1/8192 of the sound
            }
            boolean inside = bucket >= 48 && bucket < 72;
            assertThat(result[2 * bucket + 1]).as("bucket %d", bucket).isEqualTo((byte) (inside ? 64 : 0));
        }
        assertThat(outline.largest()).isEqualTo(0.5f);
        assertThat(outline.smallest()).isZero();
        assertThat(outline.frames()).isEqualTo(1_000_000);
    }

    @Test
    void nothingAndTooMuchAreHeldInRange() {
        assertThat(new WaveformOutline().minMax(4)).containsOnly(0);
        WaveformOutline outline = new WaveformOutline();
        outline.add(new float[] {7, -1e9f}, 2, 1);
        assertThat(outline.minMax(2)).containsExactly(127, 127, -127, -127);
    }
}
