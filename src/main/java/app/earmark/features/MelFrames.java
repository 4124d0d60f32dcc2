package app.earmark.features;

import app.earmark.dsp.HannWindow;
import app.earmark.dsp.MelFilterBank;
import app.earmark.dsp.RealFft;

/**
 * Frames of sound to rows of mel bands in dB: periodic Hann, power spectrum, mel triangles, 10 log10 of at least 1e-10.
 * Scratch memory for one thread; a frame allocates nothing.
 */
final class MelFrames {

    private static final double FLOOR = 1e-10;
    private static final double DECIBELS = 10 / Math.log(10);

    private final int hop;
    private final double[] window;
    private final RealFft fft;
    private final MelFilterBank bank;
    private final double[] frame;
    private final double[] power;
    private final double[] energies;

    MelFrames(ClapLogMelParameters parameters) {
        hop = parameters.hopLength();
        window = HannWindow.periodic(parameters.frameLength());
        fft = new RealFft(parameters.frameLength());
        bank = MelFilterBank.linearInHertz(
                parameters.melScale(),
                parameters.melNorm(),
                parameters.rate(),
                parameters.frameLength(),
                parameters.melBands(),
                parameters.lowHertz(),
                parameters.highHertz());
        frame = new double[fft.length()];
        power = new double[fft.bins()];
        energies = new double[bank.bands()];
    }

    /**
     * @param samples frame i covers the frame length from i × hop on
     * @param frames how many
     * @param rows row i goes to {@code [(at + i) × bands, …)}
     */
    void compute(float[] samples, int frames, float[] rows, int at) {
        for (int i = 0; i < frames; i++) {
            for (int n = 0; n < frame.length; n++) {
                frame[n] = samples[i * hop + n] * window[n];
            }
            fft.power(frame, power);
            bank.apply(power, energies);
            int row = (at + i) * energies.length;
            for (int band = 0; band < energies.length; band++) {
                rows[row + band] = (float) (DECIBELS * Math.log(Math.max(FLOOR, energies[band])));
            }
        }
    }
}
