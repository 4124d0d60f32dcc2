package app.earmark.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A WAV file put together chunk by chunk, whole or not. */
public final class RiffBytes {

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private long sizeInHeader = -1;

    /** One second of 48 kHz mono noise, 16 bits, in a plain file. */
    public static RiffBytes sound() {
        return new RiffBytes().format().chunk("data", noise(96_000, 1));
    }

    public static byte[] noise(int bytes, long seed) {
        byte[] noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    public RiffBytes format() {
        ByteBuffer format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        format.putShort((short) 1).putShort((short) 1).putInt(48_000).putInt(96_000);
        format.putShort((short) 2).putShort((short) 16);
        return chunk("fmt ", format.array());
    }

    public RiffBytes chunk(String id, String text) {
        return chunk(id, text.getBytes(StandardCharsets.UTF_8));
    }

    public RiffBytes chunk(String id, byte[] contents) {
        unpadded(id, contents);
        if (contents.length % 2 == 1) {
            chunks.write(0);
        }
        return this;
    }

    public RiffBytes unpadded(String id, byte[] contents) {
        return announced(id, contents.length, contents);
    }

    /** A chunk whose header says another size. */
    public RiffBytes announced(String id, int size, byte[] contents) {
        chunks.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
        chunks.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .array());
        chunks.writeBytes(contents);
        return this;
    }

    public RiffBytes sizeInHeader(long size) {
        sizeInHeader = size;
        return this;
    }

    public byte[] bytes() {
        ByteBuffer file = ByteBuffer.allocate(12 + chunks.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.putInt((int) (sizeInHeader >= 0 ? sizeInHeader : 4 + chunks.size()));
        return file.put("WAVE".getBytes(StandardCharsets.US_ASCII))
                .put(chunks.toByteArray())
                .array();
    }

    public Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contents of the first chunk of this id in a sound WAV file. */
    public static byte[] contents(byte[] file, String id) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 12; at + 8 <= file.length; ) {
            int size = in.getInt(at + 4);
            if (new String(file, at, 4, StandardCharsets.ISO_8859_1).equals(id)) {
                return java.util.Arrays.copyOfRange(file, at + 8, at + 8 + size);
            }
            at += 8 + size + (size & 1);
        }
        throw new AssertionError("no chunk " + id);
    }
}
