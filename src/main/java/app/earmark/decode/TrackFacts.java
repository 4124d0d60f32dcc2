package app.earmark.decode;

import app.earmark.library.AudioFacts;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Reads facts off an opened container. */
final class TrackFacts {

    private TrackFacts() {}

    /**
     * Whether the header alone says everything truly. Uncompressed and ADPCM headers do; others may state the rate of a
     * core that the decoder then doubles (HE-AAC), or bits that only the codec knows (ALAC).
     */
    static boolean headerSuffices(SoundContainer container) {
        AVCodecParameters codec = container.codec();
        String name = container.codecName();
        return (name.startsWith("pcm_") || name.startsWith("adpcm_"))
                && codec.sample_rate() > 0
                && codec.ch_layout().nb_channels() > 0
                && lengthSeconds(container).isPresent();
    }

    static AudioFacts fromHeader(SoundContainer container) throws UndecodableFile {
        AVCodecParameters codec = container.codec();
        double seconds = lengthSeconds(container).orElse(0);
        if (seconds <= 0) {
            throw FailureSentences.truncated(container.file());
        }
        return new AudioFacts(
                container.formatName(),
                container.codecName(),
                seconds,
                codec.sample_rate(),
                codec.ch_layout().nb_channels(),
                bitDepth(codec.codec_id(), 0, codec));
    }

    /** Bits a sample: the codec's own count if it has one, absent where samples have no width. */
    static OptionalInt bitDepth(int codecId, int rawBits, AVCodecParameters codec) {
        AVCodecDescriptor descriptor = avcodec.avcodec_descriptor_get(codecId);
        if (descriptor == null || (descriptor.props() & avcodec.AV_CODEC_PROP_LOSSLESS) == 0) {
            return OptionalInt.empty();
        }
        int exact = avcodec.av_get_exact_bits_per_sample(codecId);
        int[] candidates = {codec.bits_per_raw_sample(), rawBits, codec.bits_per_coded_sample(), exact};
        for (int bits : candidates) {
            if (bits > 0) {
                return OptionalInt.of(bits);
            }
        }
        return OptionalInt.empty();
    }

    /** What the container says, held against the size of the file for uncompressed sound; empty if it says nothing. */
    static OptionalDouble lengthSeconds(SoundContainer container) {
        AVStream track = container.track();
        double stated = -1;
        if (track.duration() != avutil.AV_NOPTS_VALUE && track.duration() >= 0) {
            stated = track.duration() * avutil.av_q2d(track.time_base());
        } else if (container.context().duration() > 0) {
            stated = container.context().duration() / (double) avutil.AV_TIME_BASE;
        }
        AVCodecParameters codec = container.codec();
        int frameBits = avcodec.av_get_exact_bits_per_sample(codec.codec_id())
                * codec.ch_layout().nb_channels();
        if (frameBits > 0 && codec.sample_rate() > 0) {
            long frames = Math.max(0, container.bytes() - container.soundStart()) * 8 / frameBits;
            double there = frames / (double) codec.sample_rate();
            return OptionalDouble.of(stated < 0 ? there : Math.min(stated, there));
        }
        return stated < 0 ? OptionalDouble.empty() : OptionalDouble.of(stated);
    }

    /** Length from the bit rate and the size of the file, for formats that don't say; at best an estimate. */
    static OptionalDouble estimatedSeconds(SoundContainer container, long bitsPerSecond) {
        return bitsPerSecond > 0 ? OptionalDouble.of(container.bytes() * 8.0 / bitsPerSecond) : OptionalDouble.empty();
    }
}
