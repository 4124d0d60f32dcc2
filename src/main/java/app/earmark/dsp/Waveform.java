package app.earmark.dsp;

import java.util.Arrays;
import java.util.Objects;

/**
 * One channel of sound: samples and the rate they were taken at, as one value.
 *
 * <p>The array is not copied; who builds a waveform gives the array away, who receives one does not write to it.
 *
 * @param samples shape [frames], full scale is ±1.0 (values beyond are possible and are kept)
 * @param rate the samples' true rate
 */
public record Waveform(float[] samples, SampleRate rate) {

    public Waveform {
        Objects.requireNonNull(samples);
        Objects.requireNonNull(rate);
    }

    public int length() {
        return samples.length;
    }

    public double durationSeconds() {
        return rate.secondsOf(samples.length);
    }

    /** Largest absolute sample value, 0 for an empty waveform. */
    public float peak() {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waveform that && rate.equals(that.rate) && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return 31 * rate.hashCode() + Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "Waveform[" + samples.length + " samples at " + rate + "]";
    }
}
