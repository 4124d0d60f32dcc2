package app.earmark.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerMixTest {

    @Test
    void oneAndTwoChannelsPassUnchanged() {
        assertThat(mix(1, 1, 0.5f)).containsExactly(0.5f);
        assertThat(mix(1, 2, 0.5f)).containsExactly(0.5f, 0.5f);
        assertThat(mix(2, 2, 0.5f, -1.5f)).containsExactly(0.5f, -1.5f);
        assertThat(mix(2, 1, 0.5f, 0.3f)).containsExactly(new float[] {0.4f}, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({
        // channels, the one that sounds, is it heard left, right
        "3, 2, true, true",
        "4, 2, true, false",
        "4, 3, false, true",
        "5, 2, true, true",
        "5, 3, true, false",
        "6, 2, true, true",
        "6, 3, true, true",
        "6, 4, true, false",
        "6, 5, false, true",
        "8, 6, true, false",
        "8, 7, false, true",
    })
    void otherChannelsAreAddedWhereTheyBelong(int channels, int which, boolean left, boolean right) {
        float[] front = new float[channels];
        front[0] = 0.5f;
        float[] other = new float[channels];
        other[which] = 0.5f;
        float level = mix(channels, 2, front)[0];
        float[] heard = mix(channels, 2, other);
        float minus3 = (float) (level * Math.sqrt(0.5));
        assertThat(heard[0]).isCloseTo(left ? minus3 : 0, within(1e-6f));
        assertThat(heard[1]).isCloseTo(right ? minus3 : 0, within(1e-6f));
    }

    @Test
    void theSumNeverClips() {
        float[] full = new float[32];
        java.util.Arrays.fill(full, 1);
        assertThat(mix(32, 2, full)).containsExactly(new float[] {1, 1}, within(1e-6f));
    }

    @Test
    void theMoreChannelsThereAreTheLowerIsEach() {
        float[] front = {0.5f, 0, 0, 0, 0, 0};
        float gain = (float) (1 / Math.sqrt(1 + 3 * 0.5)); // left, centre, low frequencies and one surround
        assertThat(mix(6, 2, front)).containsExactly(new float[] {0.5f * gain, 0}, within(1e-6f));
    }

    @Test
    void theLimiterLetsGoSlowly() {
        SpeakerMix mix = new SpeakerMix(32, 2);
        float[] full = new float[32];
        java.util.Arrays.fill(full, 1);
        float[] quiet = new float[32];
        quiet[0] = 0.1f;
        float[] out = new float[2];
        mix.mix(quiet, 1, out);
        float before = out[0];
        mix.mix(full, 1, out);
        mix.mix(quiet, 1, out);
        assertThat(out[0]).as("still turned down").isLessThan(0.5f * before);
        float last = out[0];
        int blocks = 0;
        while (out[0] < before * 0.999f && blocks < 200) {
            mix.mix(quiet, 1, out);
            assertThat(out[0]).isBetween(last, 1.021f * last);
            last = out[0];
            blocks++;
        }
        assertThat(blocks).isBetween(20, 150);
    }

    private static float[] mix(int from, int to, float... frame) {
        float[] out = new float[to];
        new SpeakerMix(from, to).mix(frame, 1, out);
        return out;
    }
}
