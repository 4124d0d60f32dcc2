package app.earmark.metadata.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of an Ogg file.
 *
 * @param header as it is in the file, with the lacing values
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3533">RFC 3533</a>
 */
record OggPage(long at, byte[] header, int bodyLength) {

    static final int CONTINUED = 1;
    static final int FIRST = 2;
    static final int LAST = 4;
    private static final int FIXED_BYTES = 27;
    private static final int MOST_SEGMENTS = 255;
    private static final int[] CRC = crcTable();

    /** The page that begins here, if one does. */
    static Optional<OggPage> read(FileBytes file, long at) throws IOException {
        if (at + FIXED_BYTES > file.size()) {
            return Optional.empty();
        }
        byte[] fixed = file.read(at, FIXED_BYTES);
        int segments = fixed[26] & 0xFF;
        if (!AsciiChunk.startsWith(fixed, "OggS") || fixed[4] != 0 || at + FIXED_BYTES + segments > file.size()) {
            return Optional.empty();
        }
        byte[] header = file.read(at, FIXED_BYTES + segments);
        int body = 0;
        for (int i = FIXED_BYTES; i < header.length; i++) {
            body += header[i] & 0xFF;
        }
        OggPage page = new OggPage(at, header, body);
        return page.end() <= file.size() ? Optional.of(page) : Optional.empty();
    }

    long body() {
        return at + header.length;
    }

    long end() {
        return body() + bodyLength;
    }

    int flags() {
        return header[5];
    }

    int serial() {
        return numbers().getInt(14);
    }

    int sequence() {
        return numbers().getInt(18);
    }

    private ByteBuffer numbers() {
        return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Lengths of the pieces of packets on this page; the last one goes on if {@link #lastGoesOn}. */
    List<Integer> pieces() {
        List<Integer> pieces = new ArrayList<>();
        int piece = 0;
        for (int i = FIXED_BYTES; i < header.length; i++) {
            piece += header[i] & 0xFF;
            if ((header[i] & 0xFF) < 255) {
                pieces.add(piece);
                piece = 0;
            }
        }
        if (lastGoesOn()) {
            pieces.add(piece);
        }
        return pieces;
    }

    boolean lastGoesOn() {
        return header.length > FIXED_BYTES && (header[header.length - 1] & 0xFF) == 255;
    }

    /** This page's header with another number, and the checksum that goes with it. */
    byte[] numbered(int sequence, byte[] body) {
        byte[] changed = header.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(18, sequence);
        return summed(changed, body);
    }

    private static byte[] summed(byte[] header, byte[] body) {
        ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putInt(22, 0);
        numbers.putInt(22, crc(crc(0, header), body));
        return header;
    }

    /** Whole packets on pages of their own, the first with this number, ready to be written. */
    static List<byte[]> paged(List<byte[]> packets, int serial, int firstSequence) {
        ByteArrayOutputStream lacing = new ByteArrayOutputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            for (int left = packet.length; left >= 0; left -= 255) {
                lacing.write(Math.min(left, 255));
            }
            all.writeBytes(packet);
        }
        byte[] values = lacing.toByteArray();
        byte[] bytes = all.toByteArray();
        List<byte[]> pages = new ArrayList<>();
        int done = 0;
        boolean goesOn = false;
        for (int from = 0; from < values.length; from += MOST_SEGMENTS) {
            int count = Math.min(MOST_SEGMENTS, values.length - from);
            boolean ends = false;
            int length = 0;
            for (int i = from; i < from + count; i++) {
                length += values[i] & 0xFF;
                ends |= (values[i] & 0xFF) < 255;
            }
            ByteBuffer header = ByteBuffer.allocate(FIXED_BYTES + count).order(ByteOrder.LITTLE_ENDIAN);
            header.put(new byte[] {'O', 'g', 'g', 'S', 0, (byte) (goesOn ? CONTINUED : 0)});
            header.putLong(ends ? 0 : -1)
                    .putInt(serial)
                    .putInt(firstSequence + pages.size())
                    .putInt(0);
            header.put((byte) count).put(values, from, count);
            byte[] body = java.util.Arrays.copyOfRange(bytes, done, done + length);
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            page.writeBytes(summed(header.array(), body));
            page.writeBytes(body);
            pages.add(page.toByteArray());
            done += length;
            goesOn = (values[from + count - 1] & 0xFF) == 255;
        }
        return pages;
    }

    private static int crc(int start, byte[] bytes) {
        int crc = start;
        for (byte b : bytes) {
            crc = crc << 8 ^ CRC[(crc >>> 24 ^ b) & 0xFF];
        }
        return crc;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int r = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                r = r < 0 ? r << 1 ^ 0x04C11DB7 : r << 1;
            }
            table[i] = r;
        }
        return table;
    }
}
