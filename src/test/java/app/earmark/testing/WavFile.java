package app.earmark.testing;

import app.earmark.dsp.Waveform;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A WAV file to be written, header and all: {@code WavFile.of(Tones.sine(...)).as(Width.S24).write(path)}.
 *
 * @param channels one array a channel, all of the same length, full scale ±1.0
 */
public record WavFile(float[][] channels, int rateHz, Width width, Header header) {

    /** How a sample is stored. */
    public enum Width {
        U8(8, 1),
        S16(16, 1),
        S24(24, 1),
        S32(32, 1),
        F32(32, 3),
        F64(64, 3);

        public final int bits;
        final int formatTag;

        Width(int bits, int formatTag) {
            this.bits = bits;
            this.formatTag = formatTag;
        }
    }

    /** Which flavour of header. */
    public enum Header {
        PLAIN,
        EXTENSIBLE,
        RF64,
        BW64
    }

    /** One channel an argument; 16 bits, plain header. */
    public static WavFile of(Waveform... channels) {
        float[][] samples = Stream.of(channels).map(Waveform::samples).toArray(float[][]::new);
        return new WavFile(samples, channels[0].rate().hertz(), Width.S16, Header.PLAIN);
    }

    public WavFile as(Width other) {
        return new WavFile(channels, rateHz, other, header);
    }

    public WavFile as(Header other) {
        return new WavFile(channels, rateHz, width, other);
    }

    public Path write(Path file) {
        long frames = channels[0].length;
        int frameBytes = channels.length * width.bits / 8;
        ByteBuffer data = ByteBuffer.allocate((int) frames * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            for (float[] channel : channels) {
                put(data, channel[i]);
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] head = header(frames);
            byte[] all = new byte[head.length + data.capacity() + (data.capacity() & 1)];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(data.array(), 0, all, head.length, data.capacity());
            return Files.write(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the header for {@code frames} frames and leaves a hole of silence after it: hours of sound, no disk. */
    public Path writeSparse(Path file, long frames) {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] head = header(frames);
            out.write(head);
            out.setLength(head.length + frames * channels.length * width.bits / 8);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(ByteBuffer data, float value) {
        switch (width) {
            case U8 -> data.put((byte) (128 + clip(Math.round(value * 128d), 127)));
            case S16 -> data.putShort((short) clip(Math.round(value * 32768d), 32767));
            case S24 -> {
                int v = (int) clip(Math.round(value * 8388608d), 8388607);
                data.put((byte) v).put((byte) (v >> 8)).put((byte) (v >> 16));
            }
            case S32 -> data.putInt((int) clip(Math.round(value * 2147483648d), Integer.MAX_VALUE));
            case F32 -> data.putFloat(value);
            default -> data.putDouble(value);
        }
    }

    private static long clip(long value, long most) {
        return Math.max(-most - 1, Math.min(most, value));
    }

    private byte[] header(long frames) {
        int frameBytes = channels.length * width.bits / 8;
        long bytes = frames * frameBytes;
        boolean big = header == Header.RF64 || header == Header.BW64;
        boolean extensible = header == Header.EXTENSIBLE;
        ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        int formatBytes = extensible ? 40 : 16;
        long riffBytes = 4 + (big ? 36 : 0) + 8 + formatBytes + 8 + bytes + (bytes & 1);
        id(out, big ? header.name() : "RIFF").putInt(big ? -1 : (int) riffBytes);
        id(out, "WAVE");
        if (big) {
            id(out, "ds64")
                    .putInt(28)
                    .putLong(riffBytes)
                    .putLong(bytes)
                    .putLong(frames)
                    .putInt(0);
        }
        id(out, "fmt ").putInt(formatBytes);
        out.putShort((short) (extensible ? 0xFFFE : width.formatTag)).putShort((short) channels.length);
        out.putInt(rateHz)
                .putInt(rateHz * frameBytes)
                .putShort((short) frameBytes)
                .putShort((short) width.bits);
        if (extensible) {
            out.putShort((short) 22).putShort((short) width.bits).putInt(0);
            out.putShort((short) width.formatTag).putShort((short) 0);
            out.putShort((short) 0).putShort((short) 0x10);
            out.put(new byte[] {(byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
        }
        id(out, "data").putInt(big ? -1 : (int) bytes);
        byte[] head = new byte[out.position()];
        out.flip().get(head);
        return head;
    }

    private static ByteBuffer id(ByteBuffer out, String fourLetters) {
        return out.put(fourLetters.getBytes(StandardCharsets.US_ASCII));
    }
}
