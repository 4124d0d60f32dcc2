package app.earmark.features;

import app.earmark.dsp.FrameSpectra;
import app.earmark.dsp.HannWindow;
import app.earmark.dsp.MelFilterBank;

/**
 * Frames of sound to rows of mel bands in dB: periodic Hann, power spectrum, mel triangles, 10 log10 of at least 1e-10.
 * Scratch memory for one thread; a frame allocates nothing.
 */
final class MelFrames {

    private static final double FLOOR = 1e-10;
    private static final double DECIBELS = 10 / Math.log(10);

    private final double[] window;
    private final FrameSpectra spectra;
    private final MelFilterBank bank;
    private final double[][] power;
    private final double[] energies = new double[FrameSpectra.LANES];

    MelFrames(ClapLogMelParameters parameters) {
        window = HannWindow.periodic(parameters.frameLength());
        spectra = new FrameSpectra(parameters.frameLength());
        bank = MelFilterBank.linearInHertz(
                parameters.melScale(),
                parameters.melNorm(),
                parameters.rate(),
                parameters.frameLength(),
                parameters.melBands(),
                parameters.lowHertz(),
                parameters.highHertz());
        power = new double[bank.endBin() - bank.lowestBin()][FrameSpectra.LANES];
    }

    /**
     * @param samples sound
     * @param starts where in it each frame begins
     * @param frames how many
     * @param rows row i goes to {@code [(at + i) × bands, …)}
     */
    void compute(float[] samples, int[] starts, int frames, float[] rows, int at) {
        for (int from = 0; from < frames; from += FrameSpectra.LANES) {
            int count = Math.min(FrameSpectra.LANES, frames - from);
            spectra.power(samples, starts, from, count, window, bank.lowestBin(), power);
            for (int band = 0; band < bank.bands(); band++) {
                bank.apply(power, band, energies);
                for (int i = 0, to = (at + from) * bank.bands() + band; i < count; i++, to += bank.bands()) {
                    rows[to] = (float) (DECIBELS * Math.log(Math.max(FLOOR, energies[i])));
                }
            }
        }
    }
}
