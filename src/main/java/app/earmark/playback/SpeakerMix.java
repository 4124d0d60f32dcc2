package app.earmark.playback;

/**
 * A file's channels to those of a stereo or mono line. Mono goes to both sides. Of more than two channels the first two
 * stay left and right at full level; the others are added at −3 dB: the third of an odd number, or of six and more
 * (centre, and with it the low-frequency channel), to both sides, all others by turns left and right, which is where
 * the usual orders (WAVEFORMATEXTENSIBLE, SMPTE) have their surround pairs. The sum is then scaled as if the channels were
 * independent, and where they add up beyond full scale nevertheless, a limiter turns the block down and lets go in half a
 * second.
 */
final class SpeakerMix {

    private static final double MINUS_3_DB = Math.sqrt(0.5);
    private static final float RELEASE_PER_BLOCK = 1.02f;

    private final int from;
    private final int to;
    /** Shape [to, from]; null where channels pass unchanged. */
    private final float[][] gains;

    private float limit = 1;

    SpeakerMix(int from, int to) {
        this.from = from;
        this.to = to;
        this.gains = from == to && from <= 2 ? null : matrix(from, to);
    }

    private static float[][] matrix(int from, int to) {
        double[][] stereo = new double[2][from];
        stereo[0][0] = 1;
        stereo[1][from == 1 ? 0 : 1] = 1;
        boolean centre = from >= 3 && (from % 2 == 1 || from >= 6);
        int both = !centre ? 2 : from >= 6 ? 4 : 3;
        for (int channel = 2; channel < from; channel++) {
            for (int side = 0; side < 2; side++) {
                boolean here = channel < both || (channel - both) % 2 == side;
                stereo[side][channel] = here ? MINUS_3_DB : 0;
            }
        }
        float[][] result = new float[to][from];
        for (int side = 0; side < to; side++) {
            double power = 0;
            for (int channel = 0; channel < from; channel++) {
                double gain = to == 2 ? stereo[side][channel] : (stereo[0][channel] + stereo[1][channel]) / 2;
                result[side][channel] = (float) gain;
                power += gain * gain;
            }
            if (from > 2) {
                for (int channel = 0; channel < from; channel++) {
                    result[side][channel] /= (float) Math.sqrt(Math.max(1, power));
                }
            }
        }
        return result;
    }

    /** @param in shape [frames × from]; @param out shape [frames × to] */
    void mix(float[] in, int frames, float[] out) {
        if (gains == null) {
            System.arraycopy(in, 0, out, 0, frames * from);
            return;
        }
        float peak = 0;
        for (int i = 0; i < frames; i++) {
            for (int side = 0; side < to; side++) {
                float sum = 0;
                for (int channel = 0; channel < from; channel++) {
                    sum += gains[side][channel] * in[i * from + channel];
                }
                out[i * to + side] = sum;
                peak = Math.max(peak, Math.abs(sum));
            }
        }
        if (from > 2) {
            limit(out, frames * to, peak);
        }
    }

    private void limit(float[] out, int values, float peak) {
        limit = Math.min(Math.min(1, limit * RELEASE_PER_BLOCK), peak > 1 ? 1 / peak : 1);
        if (limit < 1) {
            for (int i = 0; i < values; i++) {
                out[i] *= limit;
            }
        }
    }
}
