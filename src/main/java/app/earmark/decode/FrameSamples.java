package app.earmark.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Converts a decoded frame's samples to interleaved floats, ±1.0 full scale, channels in file order. Samples that are no
 * sound (NaN, infinite, or beyond {@value #LARGEST}, which is +200 dBFS) become 0 and are counted.
 */
final class FrameSamples {

    static final float LARGEST = 1e10f;

    private float[] interleaved = new float[0];
    private short[] shorts = new short[0];
    private int[] ints = new int[0];
    private float[] floats = new float[0];
    private long unusable;

    /** Converts {@code frame}; the returned array is reused by the next call and may be longer than needed. */
    float[] convert(AVFrame frame) {
        int frames = frame.nb_samples();
        int channels = frame.ch_layout().nb_channels();
        if (interleaved.length < frames * channels) {
            interleaved = new float[frames * channels];
        }
        int format = frame.format();
        boolean planar = avutil.av_sample_fmt_is_planar(format) != 0;
        int packed = avutil.av_get_packed_sample_fmt(format);
        int width = avutil.av_get_bytes_per_sample(format);
        if (planar) {
            for (int channel = 0; channel < channels; channel++) {
                copy(bytes(frame, channel, frames * width), packed, frames, channel, channels);
            }
        } else {
            copy(bytes(frame, 0, frames * channels * width), packed, frames * channels, 0, 1);
        }
        return interleaved;
    }

    /** Values replaced by 0 so far. */
    long unusable() {
        return unusable;
    }

    private static ByteBuffer bytes(AVFrame frame, int plane, long size) {
        return frame.extended_data(plane).capacity(size).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /**
     * One loop a format, each in a method of its own: so each is compiled for what it meets. The usual ones fetch a frame's
     * values first: reading a native buffer value by value takes three times as long.
     */
    private void copy(ByteBuffer in, int format, int count, int offset, int step) {
        switch (format) {
            case avutil.AV_SAMPLE_FMT_U8 -> copyU8(in, count, offset, step);
            case avutil.AV_SAMPLE_FMT_S16 -> copyS16(in, count, offset, step);
            case avutil.AV_SAMPLE_FMT_S32 -> copyS32(in, count, offset, step);
            case avutil.AV_SAMPLE_FMT_S64 -> copyS64(in, count, offset, step);
            case avutil.AV_SAMPLE_FMT_FLT -> copyFloat(in, count, offset, step);
            case avutil.AV_SAMPLE_FMT_DBL -> copyDouble(in, count, offset, step);
            default -> throw new IllegalStateException("sample format " + format);
        }
    }

    private void copyU8(ByteBuffer in, int count, int offset, int step) {
        float[] out = interleaved;
        for (int i = 0, o = offset; i < count; i++, o += step) {
            out[o] = ((in.get(i) & 0xFF) - 128) * 0x1p-7f;
        }
    }

    private void copyS16(ByteBuffer in, int count, int offset, int step) {
        if (shorts.length < count) {
            shorts = new short[count];
        }
        short[] values = shorts;
        in.asShortBuffer().get(values, 0, count);
        float[] out = interleaved;
        for (int i = 0, o = offset; i < count; i++, o += step) {
            out[o] = values[i] * 0x1p-15f;
        }
    }

    private void copyS32(ByteBuffer in, int count, int offset, int step) {
        if (ints.length < count) {
            ints = new int[count];
        }
        int[] values = ints;
        in.asIntBuffer().get(values, 0, count);
        float[] out = interleaved;
        for (int i = 0, o = offset; i < count; i++, o += step) {
            out[o] = values[i] * 0x1p-31f;
        }
    }

    private void copyS64(ByteBuffer in, int count, int offset, int step) {
        float[] out = interleaved;
        for (int i = 0, o = offset; i < count; i++, o += step) {
            out[o] = in.getLong(8 * i) * 0x1p-63f;
        }
    }

    private void copyFloat(ByteBuffer in, int count, int offset, int step) {
        if (floats.length < count) {
            floats = new float[count];
        }
        float[] values = floats;
        in.asFloatBuffer().get(values, 0, count);
        float[] out = interleaved;
        for (int i = 0, o = offset; i < count; i++, o += step) {
            out[o] = usable(values[i]);
        }
    }

    private void copyDouble(ByteBuffer in, int count, int offset, int step) {
        float[] out = interleaved;
        for (int i = 0, o = offset; i < count; i++, o += step) {
            out[o] = usable((float) in.getDouble(8 * i));
        }
    }

    private float usable(float value) {
        if (Math.abs(value) <= LARGEST) {
            return value;
        }
        unusable++;
        return 0;
    }
}
