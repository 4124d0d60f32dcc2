package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import app.earmark.library.AudioFacts;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Sound out of one file. The first frame is decoded when the stream is opened: only then are rate and channels certain.
 */
final class FfmpegAudioStream implements AudioStream {

    /** Decoded and thrown away before a sought frame, so that codecs with a memory have settled. */
    private static final double PRE_ROLL_SECONDS = 0.1;

    private SoundContainer container;
    private TrackDecoder decoder;
    private final FrameSamples converter = new FrameSamples();
    private final SampleRate rate;
    private final int channels;
    private final long firstTimestamp;
    private final AudioFacts facts;
    private float[] block;
    private int blockFrames;
    private int blockPosition;
    private boolean closed;

    /** Takes the container over: it is closed with this stream, or here if there is nothing to decode. */
    FfmpegAudioStream(SoundContainer container) throws UndecodableFile {
        this.container = container;
        TrackDecoder opened = null;
        boolean ready = false;
        try {
            opened = new TrackDecoder(container);
            decoder = opened;
            AVFrame first = decoder.next();
            if (first == null) {
                throw SoundFileStart.explain(container.file());
            }
            rate = new SampleRate(first.sample_rate());
            channels = first.ch_layout().nb_channels();
            firstTimestamp = first.best_effort_timestamp() == avutil.AV_NOPTS_VALUE ? 0 : first.best_effort_timestamp();
            take(first);
            facts = new AudioFacts(
                    container.formatName(),
                    container.codecName(),
                    lengthSeconds(),
                    rate.hertz(),
                    channels,
                    TrackFacts.bitDepth(
                            container.codec().codec_id(), decoder.codec().bits_per_raw_sample(), container.codec()));
            ready = true;
        } finally {
            if (!ready) {
                if (opened != null) {
                    opened.close();
                }
                container.close();
            }
        }
    }

    private double lengthSeconds() throws UndecodableFile {
        OptionalDouble stated = TrackFacts.lengthSeconds(container);
        if (stated.isEmpty()) {
            stated = AdtsLength.seconds(container, rate);
        }
        if (stated.isEmpty()) {
            stated = PacketLength.seconds(container, rate, blockFrames);
        }
        if (stated.isEmpty()) {
            stated = TrackFacts.estimatedSeconds(container, decoder.codec().bit_rate());
        }
        return stated.orElse(0);
    }

    @Override
    public AudioFacts facts() {
        return facts;
    }

    @Override
    public SampleRate rate() {
        return rate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public long unusableSamples() {
        return converter.unusable();
    }

    @Override
    public int read(float[] target, int frames) throws UndecodableFile {
        int done = 0;
        while (done < frames) {
            if (blockPosition == blockFrames && !nextBlock()) {
                break;
            }
            int count = Math.min(frames - done, blockFrames - blockPosition);
            System.arraycopy(block, blockPosition * channels, target, done * channels, count * channels);
            blockPosition += count;
            done += count;
        }
        return done == 0 && frames > 0 ? -1 : done;
    }

    private boolean nextBlock() throws UndecodableFile {
        if (closed) {
            return false;
        }
        AVFrame frame = decoder.next();
        if (frame == null) {
            return false;
        }
        if (frame.ch_layout().nb_channels() != channels || frame.sample_rate() != rate.hertz()) {
            throw FailureSentences.changesFormat(container.file());
        }
        take(frame);
        return true;
    }

    private void take(AVFrame frame) {
        block = converter.convert(frame);
        blockFrames = frame.nb_samples();
        blockPosition = 0;
    }

    @Override
    public void seek(double seconds) throws UndecodableFile {
        long target = rate.framesIn(Math.max(0, seconds));
        long early = target - rate.framesIn(PRE_ROLL_SECONDS);
        double frameSeconds = avutil.av_q2d(container.track().time_base());
        long timestamp = firstTimestamp + Math.round(rate.secondsOf(early) / frameSeconds);
        if (early <= 0 || !container.hasTimestamps() || !decoder.seek(timestamp)) {
            reopen();
            skipTo(target, 0);
            return;
        }
        AVFrame frame = decoder.next();
        if (frame == null) {
            blockFrames = 0;
            blockPosition = 0;
            return;
        }
        long stamp = frame.best_effort_timestamp();
        long position = stamp == avutil.AV_NOPTS_VALUE
                ? early
                : Math.round((stamp - firstTimestamp) * frameSeconds * rate.hertz());
        take(frame);
        skipTo(target, position);
    }

    /** Starts again at the first frame: some decoders leave out their first block when rewound, but never when new. */
    private void reopen() throws UndecodableFile {
        decoder.close();
        container.close();
        closed = true;
        container = SoundContainer.open(container.file());
        try {
            decoder = new TrackDecoder(container);
            closed = false;
        } finally {
            if (closed) {
                container.close();
            }
        }
        blockFrames = 0;
        blockPosition = 0;
    }

    /** Drops decoded frames up to {@code target}; the block in hand, perhaps empty, begins at {@code position}. */
    private void skipTo(long target, long position) throws UndecodableFile {
        long blockStart = position;
        while (blockStart + blockFrames <= target) {
            blockStart += blockFrames;
            if (!nextBlock()) {
                blockPosition = blockFrames;
                return;
            }
        }
        blockPosition = (int) Math.max(0, target - blockStart);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            decoder.close();
            container.close();
        }
    }
}
