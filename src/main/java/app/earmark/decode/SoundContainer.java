package app.earmark.decode;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * An opened sound file: the container and its (best) sound track. Holds native memory until closed.
 *
 * <p>Only containers of sound are tried, and only local files can be opened, so that a play list or a film that points
 * elsewhere opens nothing.
 */
final class SoundContainer implements AutoCloseable {

    private static final String CONTAINERS = "wav,w64,aiff,flac,ogg,mp3,mov,mp4,m4a,3gp,3g2,mj2,aac,wv,caf,au,asf,"
            + "matroska,webm,avi,ape,tta,mpc,mpc8,voc,amr,ac3,eac3,dts,nistsphere,ircam,sox,dsf,iff,tak,shorten,svx";
    /**
     * Packets of a WAV file searched for another codec under the name of PCM, such as DTS. FFmpeg's own 32 take as long as
     * all the rest of reading a short file.
     */
    private static final String PROBED_PACKETS = "4";

    private static final int NO_SUCH_FILE = -2;
    private static final int INPUT_OUTPUT_ERROR = -5;
    private static final int PERMISSION_DENIED = -13;
    private static final int TOO_MANY_OPEN_FILES = -24;

    private final Path file;
    private final long bytes;
    private final AVFormatContext context;
    private final AVStream track;
    private final long soundStart;

    private SoundContainer(Path file, long bytes, AVFormatContext context, AVStream track) {
        this.file = file;
        this.bytes = bytes;
        this.context = context;
        this.track = track;
        this.soundStart = context.pb() == null ? 0 : avformat.avio_tell(context.pb());
    }

    static SoundContainer open(Path file) throws UndecodableFile {
        long bytes = SoundFileStart.checkedSize(file);
        AVFormatContext context = openContext(file);
        try {
            int index = soundTrack(context);
            if (index < 0 && context.nb_streams() == 0) {
                avformat.avformat_find_stream_info(context, (AVDictionary) null);
                index = soundTrack(context);
            }
            if (index < 0) {
                throw context.nb_streams() == 0 ? SoundFileStart.explain(file) : FailureSentences.noSound(file);
            }
            for (int i = 0; i < context.nb_streams(); i++) {
                context.streams(i).discard(i == index ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
            }
            WavHeaderRepair.apply(file, context.streams(index).codecpar());
            SoundContainer opened = new SoundContainer(file, bytes, context, context.streams(index));
            context = null;
            return opened;
        } finally {
            if (context != null) {
                avformat.avformat_close_input(context);
            }
        }
    }

    /** The track its maker marked as the default, else the first one with sound; −1 if there is none. */
    private static int soundTrack(AVFormatContext context) {
        int found = -1;
        for (int i = context.nb_streams() - 1; i >= 0; i--) {
            AVStream stream = context.streams(i);
            boolean byDefault = (stream.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
            boolean foundByDefault =
                    found >= 0 && (context.streams(found).disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
            if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_AUDIO && (byDefault || !foundByDefault)) {
                found = i;
            }
        }
        return found;
    }

    private static AVFormatContext openContext(Path file) throws UndecodableFile {
        AVFormatContext context = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        int result;
        try (BytePointer url = new BytePointer(FilePathBytes.url(file))) {
            avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
            avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            avutil.av_dict_set(options, "max_probe_packets", PROBED_PACKETS, 0);
            result = avformat.avformat_open_input(context, url, null, options);
        } finally {
            avutil.av_dict_free(options);
        }
        switch (result) {
            case NO_SUCH_FILE:
                throw FailureSentences.vanished(file, null);
            case PERMISSION_DENIED:
                throw FailureSentences.unreadable(file, null);
            case TOO_MANY_OPEN_FILES:
                throw FailureSentences.tooManyFiles(file);
            case INPUT_OUTPUT_ERROR:
                throw FailureSentences.readError(file, null);
            default:
                if (result < 0) {
                    throw SoundFileStart.explain(file);
                }
                return context;
        }
    }

    static boolean isReadError(int result) {
        return result == INPUT_OUTPUT_ERROR;
    }

    Path file() {
        return file;
    }

    /** Size of the file. */
    long bytes() {
        return bytes;
    }

    /** Where in the file the sound begins, for formats of one header and then samples. */
    long soundStart() {
        return soundStart;
    }

    AVFormatContext context() {
        return context;
    }

    AVStream track() {
        return track;
    }

    AVCodecParameters codec() {
        return track.codecpar();
    }

    String codecName() {
        return avcodec.avcodec_get_name(codec().codec_id()).getString();
    }

    /** Whether packets carry their time; a raw stream of AAC frames has none, so it can only be read from its start. */
    boolean hasTimestamps() {
        return !context.iformat().name().getString().equals("aac");
    }

    /** The name of the format, for people. */
    String formatName() {
        boolean pictures = false;
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            pictures |= stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO
                    && (stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) == 0;
        }
        return FormatName.of(context.iformat().name().getString(), codecName(), pictures);
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
    }
}
