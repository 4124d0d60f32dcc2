package app.earmark.bench;

import app.earmark.dsp.Waveform;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Makes folders of sounds, the same every time. */
final class BenchSounds {

    private static final int[] RATES = {44_100, 48_000, 48_000, 96_000};
    private static final WavFile.Width[] WIDTHS = {WavFile.Width.S16, WavFile.Width.S24};

    private static final double LONG_SECONDS = 90;

    private BenchSounds() {}

    /** Files of a twentieth of a second, a hundred a folder. */
    static void small(Path folder, int count) throws Exception {
        if (Files.isDirectory(folder)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("%03d/DOORCreak_Gate %05d_ABC_LIB.wav".formatted(i / 100, i));
            Tones.sineFile(file, 100 + i % 3000, 0.05, 8_000);
        }
    }

    /**
     * Noise and tones of several rates, widths and channels, {@code fewest} to {@code most} seconds long, and one in five
     * hundred of a minute and a half.
     */
    static void mixed(Path folder, int count, double fewest, double most) throws Exception {
        if (Files.isDirectory(folder)) {
            return;
        }
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            int rate = RATES[i % RATES.length];
            double seconds = i % 500 == 499
                    ? LONG_SECONDS
                    : fewest + (most - fewest) * random.nextDouble() * random.nextDouble();
            Waveform left = i % 3 == 0
                    ? Tones.noise(i, 0.5, seconds, rate)
                    : Tones.sweep(50 + random.nextInt(2_000), 100 + random.nextInt(12_000), 0.5, seconds, rate);
            WavFile file = i % 2 == 0 ? WavFile.of(left) : WavFile.of(left, left);
            file.as(WIDTHS[i % WIDTHS.length]).write(folder.resolve("%03d/sound %05d.wav".formatted(i / 100, i)));
        }
    }
}
