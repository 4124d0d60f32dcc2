package app.earmark.decode;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** Reads packets of a container's sound track and decodes them, one frame of some thousand samples after another. */
final class TrackDecoder implements AutoCloseable {

    /** Damaged packets in a row after which the rest of a file is given up. */
    private static final int MOST_DAMAGED = 200;

    private final SoundContainer container;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private AVCodecContext codec;
    private boolean drained;

    TrackDecoder(SoundContainer container) throws UndecodableFile {
        this.container = container;
        boolean ready = false;
        try {
            AVCodec decoder = avcodec.avcodec_find_decoder(container.codec().codec_id());
            if (decoder == null) {
                throw FailureSentences.unsupported(container.file(), container.codecName());
            }
            codec = avcodec.avcodec_alloc_context3(decoder);
            avcodec.avcodec_parameters_to_context(codec, container.codec());
            codec.pkt_timebase(container.track().time_base());
            codec.thread_count(1);
            if (avcodec.avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
                throw FailureSentences.truncated(container.file());
            }
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    AVCodecContext codec() {
        return codec;
    }

    /** @return the next frame, which stays valid until the next call, or null at the end */
    AVFrame next() throws UndecodableFile {
        int damaged = 0;
        while (damaged < MOST_DAMAGED) {
            int received = avcodec.avcodec_receive_frame(codec, frame);
            if (received >= 0 && frame.nb_samples() > 0) {
                return frame;
            }
            if (received == avutil.AVERROR_EOF) {
                return null;
            }
            if (drained) {
                damaged++;
            } else if (!feed()) {
                damaged++;
            } else {
                damaged = 0;
            }
        }
        return null;
    }

    /** Hands the decoder one packet, or tells it that there are no more; false if something was damaged. */
    private boolean feed() throws UndecodableFile {
        int read = avformat.av_read_frame(container.context(), packet);
        if (read == avutil.AVERROR_EOF) {
            drained = true;
            return avcodec.avcodec_send_packet(codec, null) >= 0;
        }
        if (SoundContainer.isReadError(read)) {
            throw FailureSentences.readError(container.file(), null);
        }
        if (read < 0) {
            return false;
        }
        try {
            return packet.stream_index() != container.track().index()
                    || avcodec.avcodec_send_packet(codec, packet) >= 0;
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    /** Jumps to the packet at or before {@code timestamp}, in the track's time base. */
    boolean seek(long timestamp) {
        int result = avformat.av_seek_frame(
                container.context(), container.track().index(), timestamp, avformat.AVSEEK_FLAG_BACKWARD);
        avcodec.avcodec_flush_buffers(codec);
        drained = false;
        return result >= 0;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        if (codec != null) {
            avcodec.avcodec_free_context(codec);
            codec = null;
        }
    }
}
