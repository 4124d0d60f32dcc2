package app.earmark.metadata.block;

import app.earmark.metadata.MetadataBlock;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ID3v2 tag of version 2.2, 2.3 or 2.4, header and all. Frames that hold no plain text, such as pictures, are kept and not
 * shown.
 *
 * @param version 2, 3 or 4
 * @param fault why it can't be changed; it is read as far as it goes
 * @see <a href="https://id3.org/id3v2.3.0">ID3 tag version 2.3.0</a>
 */
public record Id3Tag(int version, List<Id3Frame> frames, Optional<String> fault) implements TextBlock {

    static final int HEADER_BYTES = 10;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;
    private static final int FOOTER = 0x10;

    /** A tag of version 2.3 that says nothing yet. */
    public static Id3Tag empty() {
        return new Id3Tag(3, List.of(), Optional.empty());
    }

    /**
     * Bytes of the tag that begins here, header, padding and footer included; 0 if none does.
     *
     * @param start at least ten bytes
     */
    public static long length(byte[] start) {
        if (start.length < HEADER_BYTES
                || start[0] != 'I'
                || start[1] != 'D'
                || start[2] != '3'
                || start[3] < 2
                || start[3] > 4) {
            return 0;
        }
        for (int i = 6; i < 10; i++) {
            if (start[i] < 0) {
                return 0;
            }
        }
        return HEADER_BYTES + sevenBits(start, 6) + ((start[5] & FOOTER) != 0 && start[3] == 4 ? HEADER_BYTES : 0);
    }

    /** @return empty if the bytes are no tag */
    public static Optional<Id3Tag> parse(byte[] tag) {
        long length = length(tag);
        if (length == 0) {
            return Optional.empty();
        }
        int version = tag[3];
        boolean all = (tag[5] & UNSYNCHRONISED) != 0;
        int end = (int) Math.min(tag.length, HEADER_BYTES + sevenBits(tag, 6));
        byte[] body = Arrays.copyOfRange(tag, HEADER_BYTES, Math.max(HEADER_BYTES, end));
        if (all && version < 4) {
            body = synchronised(body);
        }
        int from = (tag[5] & EXTENDED) != 0 && version > 2 ? extendedHeader(body, version) : 0;
        Id3Frames frames = Id3Frames.read(body, from, version, all && version == 4);
        Optional<String> fault = length > tag.length
                ? Optional.of("has an ID3 tag that is cut off")
                : version == 2 && (tag[5] & EXTENDED) != 0
                        ? Optional.of("has an ID3 tag that is compressed")
                        : frames.fault();
        return Optional.of(new Id3Tag(version, frames.frames(), fault));
    }

    private static int extendedHeader(byte[] body, int version) {
        if (body.length < 4) {
            return body.length;
        }
        long size = version == 4
                ? sevenBits(body, 0)
                : Integer.toUnsignedLong(ByteBuffer.wrap(body).getInt()) + 4;
        return (int) Math.min(body.length, size);
    }

    static long sevenBits(byte[] bytes, int at) {
        return (bytes[at] & 0x7FL) << 21
                | (bytes[at + 1] & 0x7F) << 14
                | (bytes[at + 2] & 0x7F) << 7
                | bytes[at + 3] & 0x7F;
    }

    /** Without the zeros that were put behind 0xFF. */
    static byte[] synchronised(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i]);
            if (bytes[i] == (byte) 0xFF && i + 1 < bytes.length && bytes[i + 1] == 0) {
                i++;
            }
        }
        return out.toByteArray();
    }

    @Override
    public MetadataBlock.Kind kind() {
        return MetadataBlock.Kind.ID3;
    }

    /** By frame, such as {@code TIT2}; own texts as {@code TXXX:CATID}. */
    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        frames.forEach(frame -> frame.text()
                .filter(text -> !text.value().isEmpty())
                .ifPresent(text -> values.merge(
                        text.key(),
                        text.value(),
                        (before, more) -> before.equals(more) ? before : before + "; " + more)));
        return values;
    }

    /** This tag with other texts; frames of other keys as they were. */
    public Id3Tag with(Map<String, String> settings) {
        List<Id3Frame> changed = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>(settings);
        for (Id3Frame frame : frames) {
            Optional<String> key = frame.text().map(Id3Frame.Text::key).filter(settings::containsKey);
            if (key.isEmpty()) {
                changed.add(frame);
            } else {
                add(changed, key.get(), open.remove(key.get()));
            }
        }
        open.forEach((key, value) -> add(changed, key, value));
        return new Id3Tag(version, changed, fault);
    }

    private void add(List<Id3Frame> frames, String key, String value) {
        if (value != null && !value.isEmpty()) {
            frames.add(Id3Frame.of(key, value, version));
        }
    }

    @Override
    public byte[] bytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        frames.forEach(frame -> Id3Frames.write(frame, version, body));
        if (body.size() == 0) {
            body.writeBytes(new byte[HEADER_BYTES]); // a tag needs at least a frame, or room for one
        }
        ByteArrayOutputStream tag = new ByteArrayOutputStream();
        tag.writeBytes("ID3".getBytes(StandardCharsets.US_ASCII));
        tag.write(version);
        tag.write(0);
        tag.write(0);
        Id3Frames.writeSevenBits(body.size(), tag);
        tag.writeBytes(body.toByteArray());
        return tag.toByteArray();
    }
}
