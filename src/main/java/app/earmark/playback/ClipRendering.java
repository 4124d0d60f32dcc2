package app.earmark.playback;

import app.earmark.decode.AudioStream;
import app.earmark.decode.UndecodableFile;
import app.earmark.dsp.Resampler;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.StreamResampler;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns a file's sound into what the sink takes: region repeated, channels mixed, rate changed. */
final class ClipRendering implements AutoCloseable {

    private static final int BLOCKS_PER_SECOND = 100;
    private static final int LEAST_FRAMES = 64;

    private final AudioStream stream;
    private final SinkFormat format;
    private final Supplier<Optional<Region>> loop;
    private final PositionTrack track;
    private final Resampler resampler;
    private final SpeakerMix mix;
    private final int blockFrames;
    private final float[] decoded;
    private final float[] mixed;
    private StreamResampler changing;
    private long filePosition;
    private long fed;
    private boolean ended;

    ClipRendering(
            AudioStream stream,
            SinkFormat format,
            Supplier<Optional<Region>> loop,
            PositionTrack track,
            Resampler resampler) {
        this.stream = stream;
        this.format = format;
        this.loop = loop;
        this.track = track;
        this.resampler = resampler;
        this.mix = new SpeakerMix(stream.channels(), format.channels());
        this.blockFrames = Math.max(LEAST_FRAMES, stream.rate().hertz() / BLOCKS_PER_SECOND);
        this.decoded = new float[blockFrames * stream.channels()];
        this.mixed = new float[blockFrames * format.channels()];
        startResampling();
    }

    private void startResampling() {
        changing = stream.rate().equals(format.rate())
                ? null
                : resampler.stream(stream.rate(), format.rate(), format.channels());
    }

    /** Continues at a position of the file; the sink has been flushed. */
    void startAt(double seconds) throws UndecodableFile {
        if (seconds > 0 || fed > 0 || filePosition > 0) {
            stream.seek(seconds);
        }
        filePosition = stream.rate().framesIn(Math.max(0, seconds));
        fed = 0;
        ended = false;
        startResampling();
        track.restart(Math.max(0, seconds));
    }

    /** Most frames one call of {@link #next} gives, in the sink's format. */
    int mostFrames() {
        return blockFrames;
    }

    /** @return frames written into {@code out}, −1 when the file has ended */
    int next(float[] out) throws UndecodableFile {
        if (changing == null) {
            int frames = mixNext();
            System.arraycopy(mixed, 0, out, 0, Math.max(0, frames) * format.channels());
            return frames;
        }
        while (true) {
            int frames = changing.pull(out, blockFrames);
            if (frames > 0) {
                return frames;
            }
            if (ended) {
                return -1;
            }
            int pushed = mixNext();
            if (pushed < 0) {
                ended = true;
                changing.finish();
            } else {
                changing.push(mixed, pushed);
            }
        }
    }

    private int mixNext() throws UndecodableFile {
        int frames = readNext();
        if (frames > 0) {
            mix.mix(decoded, frames, mixed);
            filePosition += frames;
            fed += frames;
        }
        return frames;
    }

    private int readNext() throws UndecodableFile {
        SampleRate rate = stream.rate();
        Optional<Region> region = loop.get();
        if (region.isEmpty()) {
            return stream.read(decoded, blockFrames);
        }
        long start = rate.framesIn(region.get().startSeconds());
        long end = Math.max(start + 1, rate.framesIn(region.get().endSeconds()));
        if (filePosition >= end) {
            jump(start);
        }
        int frames = stream.read(decoded, (int) Math.min(blockFrames, end - filePosition));
        if (frames >= 0) {
            return frames;
        }
        jump(start);
        return stream.read(decoded, (int) Math.min(blockFrames, end - filePosition));
    }

    private void jump(long frame) throws UndecodableFile {
        double seconds = stream.rate().secondsOf(frame);
        stream.seek(seconds);
        filePosition = frame;
        track.jump(stream.rate().secondsOf(fed), seconds);
    }

    @Override
    public void close() {
        stream.close();
    }
}
