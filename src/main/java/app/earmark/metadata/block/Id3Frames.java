package app.earmark.metadata.block;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The frames of an ID3v2 tag.
 *
 * @param fault set if what follows the last of them is no padding
 */
record Id3Frames(List<Id3Frame> frames, Optional<String> fault) {

    private static final int UNSYNCHRONISED = 0x0002;
    private static final int LENGTH_IN_FRONT = 0x0001;
    /** Flags of packed or enciphered frames, by version. */
    private static final int[] UNREADABLE = {0, 0, 0, 0x00C0, 0x000C};

    static Id3Frames read(byte[] body, int from, int version, boolean unsynchronised) {
        Id3Frames frames = read(body, from, version, unsynchronised, version == 4);
        if (version == 4 && frames.fault().isPresent()) {
            // a widely used program wrote plain sizes into tags of version 2.4
            Id3Frames plain = read(body, from, version, unsynchronised, false);
            return plain.fault().isEmpty() ? plain : frames;
        }
        return frames;
    }

    private static Id3Frames read(byte[] body, int from, int version, boolean unsynchronised, boolean sevenBits) {
        List<Id3Frame> frames = new ArrayList<>();
        int header = version == 2 ? 6 : 10;
        int letters = version == 2 ? 3 : 4;
        int at = from;
        while (at + header <= body.length && body[at] != 0) {
            String id = new String(body, at, letters, StandardCharsets.ISO_8859_1);
            long size = version == 2
                    ? (body[at + 3] & 0xFF) << 16 | (body[at + 4] & 0xFF) << 8 | body[at + 5] & 0xFF
                    : sevenBits
                            ? Id3Tag.sevenBits(body, at + 4)
                            : Integer.toUnsignedLong(ByteBuffer.wrap(body).getInt(at + 4));
            if (!id.matches("[A-Z0-9]+") || at + header + size > body.length) {
                return new Id3Frames(frames, Optional.of("has an ID3 tag that is damaged"));
            }
            int flags = version == 2 ? 0 : (body[at + 8] & 0xFF) << 8 | body[at + 9] & 0xFF;
            flags |= unsynchronised ? UNSYNCHRONISED : 0;
            byte[] content = Arrays.copyOfRange(body, at + header, at + header + (int) size);
            frames.add(Id3Frame.read(id, flags, content, readable(content, flags, version)));
            at += header + (int) size;
        }
        return new Id3Frames(frames, Optional.empty());
    }

    private static Optional<byte[]> readable(byte[] content, int flags, int version) {
        if ((flags & UNREADABLE[version]) != 0) {
            return Optional.empty();
        }
        byte[] bytes = content;
        if (version == 4 && (flags & LENGTH_IN_FRONT) != 0) {
            bytes = Arrays.copyOfRange(bytes, Math.min(4, bytes.length), bytes.length);
        }
        return Optional.of(version == 4 && (flags & UNSYNCHRONISED) != 0 ? Id3Tag.synchronised(bytes) : bytes);
    }

    static void write(Id3Frame frame, int version, ByteArrayOutputStream out) {
        out.writeBytes(frame.id().getBytes(StandardCharsets.ISO_8859_1));
        int size = frame.content().length;
        if (version == 2) {
            out.write(size >> 16);
            out.write(size >> 8);
            out.write(size);
        } else if (version == 3) {
            out.writeBytes(ByteBuffer.allocate(4).putInt(size).array());
        } else {
            writeSevenBits(size, out);
        }
        if (version > 2) {
            out.write(frame.flags() >> 8);
            out.write(frame.flags());
        }
        out.writeBytes(frame.content());
    }

    static void writeSevenBits(int size, ByteArrayOutputStream out) {
        for (int shift = 21; shift >= 0; shift -= 7) {
            out.write(size >> shift & 0x7F);
        }
    }
}
