package app.earmark.testing;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.nio.file.Path;
import java.util.Random;

/** Made-up sounds. Levels are amplitudes of full scale (1.0). */
public final class Tones {

    private Tones() {}

    public static Waveform sine(double hertz, double amplitude, double seconds, int rateHz) {
        float[] samples = new float[(int) Math.round(seconds * rateHz)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rateHz));
        }
        return new Waveform(samples, new SampleRate(rateHz));
    }

    /** A linear sweep. */
    public static Waveform sweep(double fromHertz, double toHertz, double amplitude, double seconds, int rateHz) {
        float[] samples = new float[(int) Math.round(seconds * rateHz)];
        for (int i = 0; i < samples.length; i++) {
            double t = i / (double) rateHz;
            double phase = fromHertz * t + (toHertz - fromHertz) * t * t / (2 * seconds);
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * phase));
        }
        return new Waveform(samples, new SampleRate(rateHz));
    }

    /** Uniform white noise, the same for the same seed. */
    public static Waveform noise(long seed, double amplitude, double seconds, int rateHz) {
        Random random = new Random(seed);
        float[] samples = new float[(int) Math.round(seconds * rateHz)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * (2 * random.nextDouble() - 1));
        }
        return new Waveform(samples, new SampleRate(rateHz));
    }

    public static Waveform constant(double value, double seconds, int rateHz) {
        float[] samples = new float[(int) Math.round(seconds * rateHz)];
        java.util.Arrays.fill(samples, (float) value);
        return new Waveform(samples, new SampleRate(rateHz));
    }

    /** Writes a mono 16-bit WAV of a half-scale sine; the usual small test file. */
    public static Path sineFile(Path file, double hertz, double seconds, int rateHz) {
        return WavFile.of(sine(hertz, 0.5, seconds, rateHz)).write(file);
    }

    /**
     * Amplitude of the component at {@code hertz}, by projection on sine and cosine under a Hann window over the whole
     * array; exact to about 1e-5 for tones of some ten periods and more.
     */
    public static double levelAt(Waveform sound, double hertz) {
        float[] x = sound.samples();
        double re = 0;
        double im = 0;
        double weight = 0;
        for (int i = 0; i < x.length; i++) {
            double w = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / x.length);
            double angle = 2 * Math.PI * hertz * i / sound.rate().hertz();
            re += w * x[i] * Math.cos(angle);
            im += w * x[i] * Math.sin(angle);
            weight += w;
        }
        return 2 * Math.hypot(re, im) / weight;
    }
}
