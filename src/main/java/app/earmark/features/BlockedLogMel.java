package app.earmark.features;

import app.earmark.dsp.HannWindow;
import app.earmark.dsp.MelFilterBank;
import app.earmark.dsp.RealFft;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Log-mel in blocks, shape [blocks, block frames, mel bands].
 *
 * <p>Frame i covers samples [hop·i − frame/2, hop·i + frame/2), zeros outside; symmetric Hann; unscaled power spectrum;
 * mel triangles straight in mel, each of sum 1; log10(1 + g·x) / s. There are ceil(n / hop) + 1 frames, and blocks enough
 * to cover them all, filled up with zero frames.
 */
final class BlockedLogMel implements FrontEnd {

    private final BlockedLogMelParameters parameters;
    private final float[] window;
    private final RealFft fft;
    private final MelFilterBank bank;
    private final double[] frame;
    private final double[] power;
    private final double[] energies;
    private final float[] row;
    private final float[] silentRow;
    private final double logFactor;
    private FloatBuffer output = FloatBuffer.allocate(0);

    BlockedLogMel(BlockedLogMelParameters parameters) {
        this.parameters = parameters;
        window = HannWindow.symmetric(parameters.frameLength());
        fft = new RealFft(parameters.frameLength());
        bank = MelFilterBank.linearInMel(
                parameters.melScale(),
                parameters.rate(),
                parameters.frameLength(),
                parameters.melBands(),
                parameters.lowHertz(),
                parameters.highHertz());
        frame = new double[fft.length()];
        power = new double[fft.bins()];
        energies = new double[bank.bands()];
        row = new float[bank.bands()];
        silentRow = new float[bank.bands()];
        logFactor = 1 / (Math.log(10) * parameters.logScale());
    }

    @Override
    public SampleRate rate() {
        return parameters.rate();
    }

    @Override
    public LogMel apply(Waveform waveform, float gain) {
        if (!waveform.rate().equals(parameters.rate())) {
            throw new WrongSampleRate(parameters.rate(), waveform.rate());
        }
        int samples = waveform.length();
        int hop = parameters.hopLength();
        int frames = (int) (((long) samples + hop - 1) / hop) + 1;
        int extra = Math.max(0, frames - parameters.blockFrames());
        int blocks = (extra + parameters.blockHop() - 1) / parameters.blockHop() + 1;
        int rows = (blocks - 1) * parameters.blockHop() + parameters.blockFrames();
        prepareOutput(Math.multiplyExact(blocks * parameters.blockFrames(), bank.bands()));
        for (int i = 0; i < frames; i++) {
            analyse(waveform.samples(), i * hop - fft.length() / 2, gain);
            place(i, blocks, row);
        }
        for (int i = frames; i < rows; i++) {
            place(i, blocks, silentRow);
        }
        return new LogMel(output, blocks, parameters.blockFrames(), bank.bands());
    }

    private void analyse(float[] samples, int start, float gain) {
        int from = Math.max(0, -start);
        int to = Math.max(from, Math.min(frame.length, samples.length - start));
        for (int n = 0; n < from; n++) {
            frame[n] = 0;
        }
        for (int n = from; n < to; n++) {
            frame[n] = samples[start + n] * gain * window[n];
        }
        for (int n = to; n < frame.length; n++) {
            frame[n] = 0;
        }
        fft.power(frame, power);
        bank.apply(power, energies);
        for (int band = 0; band < row.length; band++) {
            row[band] = (float) (Math.log(1 + parameters.logGain() * energies[band]) * logFactor);
        }
        if (!Float.isFinite(row[0])) {
            throw nonFinite(samples, start + from, start + to);
        }
    }

    /** A NaN or an infinity anywhere in a frame spreads to every bin, so one look at a band finds it. */
    private static NonFiniteSamples nonFinite(float[] samples, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Float.isFinite(samples[i])) {
                return new NonFiniteSamples(i);
            }
        }
        return new NonFiniteSamples(from);
    }

    /** Writes frame {@code index} into every block that covers it. */
    private void place(int index, int blocks, float[] values) {
        int last = Math.min(blocks - 1, index / parameters.blockHop());
        for (int block = last; block >= 0; block--) {
            int within = index - block * parameters.blockHop();
            if (within >= parameters.blockFrames()) {
                break;
            }
            output.put((block * parameters.blockFrames() + within) * values.length, values);
        }
    }

    private void prepareOutput(int values) {
        if (output.capacity() < values) {
            output = ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        output.clear().limit(values);
    }
}
