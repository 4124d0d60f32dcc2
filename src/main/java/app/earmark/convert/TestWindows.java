package app.earmark.convert;

import java.util.List;
import java.util.Random;

/** Log-mel spectrograms, [1, 1, 1001, 64] in dB, unlike each other, for comparing two forms of a model. */
final class TestWindows {

    private static final int FRAMES = 1001;
    private static final int BANDS = 64;

    private interface Level {
        double decibels(int frame, int band);
    }

    private TestWindows() {}

    static List<float[]> make() {
        Random random = new Random(1);
        return List.of(
                of((frame, band) -> -100),
                of((frame, band) -> Math.max(-100, random.nextGaussian() * 15 - 35)),
                of((frame, band) -> Math.max(-100, random.nextGaussian() * 25 - 10)),
                of((frame, band) -> band == frame * BANDS / FRAMES ? 5 : -75 + 8 * random.nextDouble()),
                of((frame, band) -> frame % 97 < 4 ? -20 - band / 4.0 : -100),
                of((frame, band) -> frame < 300 ? -30 - frame / 10.0 - 6 * random.nextDouble() : -100));
    }

    private static float[] of(Level level) {
        float[] values = new float[FRAMES * BANDS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) level.decibels(i / BANDS, i % BANDS);
        }
        return values;
    }
}
