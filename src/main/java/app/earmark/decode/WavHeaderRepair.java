package app.earmark.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * FFmpeg takes a WAV of 24 (or 16) valid bits in 32 for an old editor's floating-point format. That is right only for a
 * plain header; in a WAVE_FORMAT_EXTENSIBLE one such samples are integers, left-justified in their 32 bits (Microsoft,
 * "Multiple channel audio data and WAVE files").
 */
final class WavHeaderRepair {

    private static final int START_BYTES = 1 << 16;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int FMT = 0x20746D66;

    private WavHeaderRepair() {}

    static void apply(Path file, AVCodecParameters codec) {
        int id = codec.codec_id();
        if ((id == avcodec.AV_CODEC_ID_PCM_F24LE || id == avcodec.AV_CODEC_ID_PCM_F16LE)
                && formatTag(file) == EXTENSIBLE) {
            codec.bits_per_raw_sample(codec.bits_per_coded_sample());
            codec.bits_per_coded_sample(32);
            codec.codec_id(avcodec.AV_CODEC_ID_PCM_S32LE);
        }
    }

    private static int formatTag(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer start = ByteBuffer.wrap(in.readNBytes(START_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            long at = 12;
            while (at + 10 <= start.limit()) {
                if (start.getInt((int) at) == FMT) {
                    return start.getShort((int) at + 8) & 0xFFFF;
                }
                long length = start.getInt((int) at + 4) & 0xFFFFFFFFL;
                at += 8 + length + (length & 1);
            }
        } catch (IOException e) {
            return 0; // the decoder will say what is wrong
        }
        return 0;
    }
}
