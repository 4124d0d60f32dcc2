package app.earmark.embed;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;

/**
 * Tries a pack before anybody relies on it: both sides load, which checks their files' digests, and each runs once. That
 * the vectors are finite and as long as declared is checked by the encoders themselves.
 */
public final class PackTrial {

    private static final String TEXT = "a dog barks twice in the distance";
    private static final double LONGEST_SECONDS = 3;
    private static final double LEAST_LENGTH = 1e-6;

    private PackTrial() {}

    /**
     * @throws UnusablePack if the pack can't be read, loaded or run, or answers with nothing
     */
    public static PackDescription run(PackFiles files) throws UnusablePack {
        try (OnnxModelPack pack = OnnxModelPack.open(files)) {
            AudioEncoder audio = pack.audio();
            refuseNothing(pack, audio.encode(sound(audio)).joint(), "a sound");
            refuseNothing(pack, pack.text().encode(TEXT), "a description");
            return pack.description();
        } catch (EncoderFailure e) {
            throw new UnusablePack(e.getMessage(), e);
        }
    }

    /** A chirp with a soft noise under it, so that no band is silent. */
    private static Waveform sound(AudioEncoder audio) {
        SampleRate rate = audio.rate();
        double seconds = Math.min(LONGEST_SECONDS, audio.windows().longestSeconds());
        float[] samples = new float[(int) rate.framesIn(seconds)];
        int noise = 1;
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            noise = noise * 1_664_525 + 1_013_904_223;
            phase += 2 * Math.PI * (100 + 4_000.0 * i / samples.length) / rate.hertz();
            samples[i] = (float) (0.3 * Math.sin(phase) + 0.01 * noise / Integer.MAX_VALUE);
        }
        return new Waveform(samples, rate);
    }

    private static void refuseNothing(OnnxModelPack pack, float[] vector, String what) throws UnusablePack {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!(Math.sqrt(squares) > LEAST_LENGTH)) {
            throw new UnusablePack("The model pack " + pack.description().name() + " answers nothing to " + what
                    + "; download it again, or choose another.");
        }
    }
}
