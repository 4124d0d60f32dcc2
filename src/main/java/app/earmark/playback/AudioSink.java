package app.earmark.playback;

import app.earmark.dsp.SampleRate;

/** Where sound is heard. Called by one thread, except {@link #framesHeard()}, which any thread may call. */
public interface AudioSink extends AutoCloseable {

    /**
     * Opens for sound of this rate and number of channels, or as near to it as the device can; sound that is still
     * waiting is dropped. {@link #framesHeard()} begins at 0.
     *
     * @throws NoSoundDevice if there is none
     */
    SinkFormat open(SampleRate rate, int channels) throws NoSoundDevice;

    /**
     * Takes {@code frames} interleaved frames, waiting for room if it must; values beyond ±1.0 are held there.
     *
     * @return frames taken; fewer only if the device is gone
     */
    int write(float[] interleaved, int frames);

    /** Lets what was written be heard; so it is after {@link #open}. */
    void start();

    /** Falls silent, keeping what is still waiting. */
    void pause();

    /** Drops what is still waiting; {@link #framesHeard()} begins at 0 again. */
    void flush();

    /** Frames that have left the device since {@link #open} or {@link #flush}. */
    long framesHeard();

    @Override
    void close();
}
