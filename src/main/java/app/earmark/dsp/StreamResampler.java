package app.earmark.dsp;

import java.util.Arrays;

/**
 * {@link Resampler} for sound that comes block by block, several channels at a time: the same filters, without delay in
 * the numbering of frames (output frame 0 is at the time of input frame 0). Belongs to one thread.
 */
public final class StreamResampler {

    private final FilterBank bank;
    private final int channels;
    private float[][] held;
    private int heldFrames;
    private long heldStart;
    private long inputFrames;
    private long outputFrames;
    private boolean finished;

    StreamResampler(FilterBank bank, int channels) {
        this.bank = bank;
        this.channels = channels;
        this.held = new float[channels][4 * bank.length()];
        this.heldStart = -bank.before;
        this.heldFrames = bank.before;
    }

    /** Takes {@code frames} interleaved frames. */
    public void push(float[] interleaved, int frames) {
        makeRoom(frames);
        for (int channel = 0; channel < channels; channel++) {
            float[] line = held[channel];
            for (int i = 0, at = channel; i < frames; i++, at += channels) {
                line[heldFrames + i] = interleaved[at];
            }
        }
        heldFrames += frames;
        inputFrames += frames;
    }

    /** No more will come: the rest can be pulled, {@code ceil(frames × to / from)} in all. */
    public void finish() {
        if (!finished) {
            finished = true;
            makeRoom(bank.length());
            for (float[] line : held) {
                Arrays.fill(line, heldFrames, heldFrames + bank.length(), 0);
            }
            heldFrames += bank.length();
        }
    }

    /**
     * Writes up to {@code most} interleaved frames into {@code out}, as many as what was pushed allows.
     *
     * @return frames written
     */
    public int pull(float[] out, int most) {
        int done = 0;
        while (done < most) {
            long position = outputFrames * bank.down;
            long first = position / bank.up - bank.before;
            boolean past = finished && position >= inputFrames * bank.up;
            if (past || first + bank.length() > heldStart + heldFrames) {
                break;
            }
            float[] taps = bank.taps[(int) (position % bank.up)];
            for (int channel = 0; channel < channels; channel++) {
                out[done * channels + channel] = sum(held[channel], (int) (first - heldStart), taps);
            }
            done++;
            outputFrames++;
        }
        return done;
    }

    private void makeRoom(int frames) {
        int unneeded = (int) Math.min(heldFrames, outputFrames * bank.down / bank.up - bank.before - heldStart);
        if (unneeded > 0) {
            for (float[] line : held) {
                System.arraycopy(line, unneeded, line, 0, heldFrames - unneeded);
            }
            heldFrames -= unneeded;
            heldStart += unneeded;
        }
        if (heldFrames + frames > held[0].length) {
            for (int channel = 0; channel < channels; channel++) {
                held[channel] = Arrays.copyOf(held[channel], 2 * (heldFrames + frames));
            }
        }
    }

    private static float sum(float[] line, int at, float[] taps) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int j = 0; j < taps.length; j += 4) {
            a += line[at + j] * taps[j];
            b += line[at + j + 1] * taps[j + 1];
            c += line[at + j + 2] * taps[j + 2];
            d += line[at + j + 3] * taps[j + 3];
        }
        return a + b + (c + d);
    }
}
