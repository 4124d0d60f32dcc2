package app.earmark.playback;

import app.earmark.dsp.SampleRate;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * A line of the system's default sound device: 24 bits where it has them, else 16. The line stays open between sounds of
 * one format, so that the next is heard at once.
 */
public final class JavaSoundSink implements AudioSink {

    private static final double BUFFER_SECONDS = 0.12;
    private static final List<Integer> WIDTHS = List.of(24, 16);
    private static final List<SampleRate> COMMON_RATES = List.of(new SampleRate(48_000), new SampleRate(44_100));

    private volatile SourceDataLine line;
    private volatile long heardBefore;
    private SinkFormat format;
    private SinkFormat asked;
    private int bits;
    private byte[] bytes = new byte[0];

    @Override
    public SinkFormat open(SampleRate rate, int channels) throws NoSoundDevice {
        SinkFormat wanted = new SinkFormat(rate, Math.min(2, channels));
        if (line != null && line.isOpen() && wanted.equals(asked)) {
            flush();
            start();
            return format;
        }
        close();
        Exception problem = null;
        for (SinkFormat candidate : candidates(wanted)) {
            for (int width : WIDTHS) {
                try {
                    openLine(candidate, width);
                    asked = wanted;
                    return format;
                } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
                    problem = e;
                }
            }
        }
        throw new NoSoundDevice(problem);
    }

    private static List<SinkFormat> candidates(SinkFormat wanted) {
        return List.of(
                wanted,
                new SinkFormat(wanted.rate(), 2),
                new SinkFormat(COMMON_RATES.get(0), 2),
                new SinkFormat(COMMON_RATES.get(1), 2),
                new SinkFormat(COMMON_RATES.get(0), 1));
    }

    private void openLine(SinkFormat candidate, int width) throws LineUnavailableException {
        int frameBytes = candidate.channels() * width / 8;
        int hertz = candidate.rate().hertz();
        SourceDataLine opened =
                AudioSystem.getSourceDataLine(new AudioFormat(hertz, width, candidate.channels(), true, false));
        opened.open(
                new AudioFormat(hertz, width, candidate.channels(), true, false),
                (int) candidate.rate().framesIn(BUFFER_SECONDS) * frameBytes);
        opened.start();
        line = opened;
        format = candidate;
        bits = width;
        heardBefore = 0;
    }

    @Override
    public int write(float[] interleaved, int frames) {
        int values = frames * format.channels();
        int sampleBytes = bits / 8;
        if (bytes.length < values * sampleBytes) {
            bytes = new byte[values * sampleBytes];
        }
        for (int i = 0; i < values; i++) {
            put(i * sampleBytes, interleaved[i]);
        }
        int length = values * sampleBytes;
        return line.write(bytes, 0, length) / (sampleBytes * format.channels());
    }

    private void put(int at, float value) {
        if (bits == 24) {
            int v = (int) Math.max(-8388608, Math.min(8388607, Math.round(value * 8388608d)));
            bytes[at] = (byte) v;
            bytes[at + 1] = (byte) (v >> 8);
            bytes[at + 2] = (byte) (v >> 16);
        } else {
            int v = (int) Math.max(-32768, Math.min(32767, Math.round(value * 32768d)));
            bytes[at] = (byte) v;
            bytes[at + 1] = (byte) (v >> 8);
        }
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void pause() {
        line.stop();
    }

    @Override
    public void flush() {
        line.stop();
        line.flush();
        heardBefore = line.getLongFramePosition();
    }

    @Override
    public long framesHeard() {
        SourceDataLine now = line;
        return now == null ? 0 : Math.max(0, now.getLongFramePosition() - heardBefore);
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
