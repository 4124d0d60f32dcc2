package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Length of a file whose header does not state it (an MP3 without Xing header, a FLAC written to a pipe), by walking its
 * packets without decoding them. Of a file beyond {@value #MOST_BYTES} bytes the rest is estimated from that part.
 */
final class PacketLength {

    private static final long MOST_BYTES = 64L << 20;

    private PacketLength() {}

    /** @param packetFrames frames of a packet, for those that don't say */
    static OptionalDouble seconds(SoundContainer opened, SampleRate rate, int packetFrames) throws UndecodableFile {
        AVPacket packet = avcodec.av_packet_alloc();
        try (SoundContainer container = SoundContainer.open(opened.file())) {
            double tick = avutil.av_q2d(container.track().time_base());
            double seconds = 0;
            long walked = 0;
            while (walked < MOST_BYTES && avformat.av_read_frame(container.context(), packet) >= 0) {
                if (packet.stream_index() == container.track().index()) {
                    seconds += packet.duration() > 0 ? packet.duration() * tick : rate.secondsOf(packetFrames);
                }
                walked += packet.size();
                avcodec.av_packet_unref(packet);
            }
            double whole = walked < MOST_BYTES ? seconds : seconds * container.bytes() / walked;
            return whole > 0 ? OptionalDouble.of(whole) : OptionalDouble.empty();
        } finally {
            avcodec.av_packet_free(packet);
        }
    }
}
