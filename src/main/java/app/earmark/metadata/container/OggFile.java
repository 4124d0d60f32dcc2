package app.earmark.metadata.container;

import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.Keys;
import app.earmark.metadata.block.VorbisComment;
import app.earmark.metadata.block.WantedFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ogg Vorbis and Opus. Text is in the second packet. Where it takes other numbers of pages than before, those behind it are
 * numbered anew; what is on them stays.
 */
final class OggFile implements SoundFile {

    private enum Codec {
        VORBIS("\u0001vorbis", "\u0003vorbis", 3),
        OPUS("OpusHead", "OpusTags", 2);

        final byte[] head;
        final byte[] comments;
        final int headerPackets;

        Codec(String head, String comments, int headerPackets) {
            this.head = head.getBytes(StandardCharsets.ISO_8859_1);
            this.comments = comments.getBytes(StandardCharsets.ISO_8859_1);
            this.headerPackets = headerPackets;
        }
    }

    private final FileBytes file;
    private Optional<String> obstacle = Optional.empty();
    private Codec codec;
    private OggPage first;
    /** The packets that follow the first one and come before the sound. */
    private final List<byte[]> packets = new ArrayList<>();

    private VorbisComment comments = VorbisComment.empty();
    private int headerPages;
    private long soundAt;

    private OggFile(FileBytes file) {
        this.file = file;
    }

    /** @return empty if it is Ogg, but neither Vorbis nor Opus */
    static Optional<OggFile> read(FileBytes file) throws IOException {
        Optional<OggPage> page = OggPage.read(file, 0);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        byte[] head = file.read(page.get().body(), page.get().bodyLength());
        for (Codec codec : Codec.values()) {
            if (AsciiChunk.startsWith(head, new String(codec.head, StandardCharsets.ISO_8859_1))) {
                OggFile ogg = new OggFile(file);
                ogg.codec = codec;
                ogg.first = page.get();
                ogg.readHeaders();
                return Optional.of(ogg);
            }
        }
        return Optional.empty();
    }

    private void readHeaders() throws IOException {
        long at = first.end();
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        while (packets.size() < codec.headerPackets - 1) {
            Optional<OggPage> next = OggPage.read(file, at);
            if (next.isEmpty() || packet.size() > FileBytes.LARGEST_BLOCK) {
                obstacle = Optional.of("ends in the middle of its metadata");
                return;
            }
            OggPage page = next.get();
            if (page.serial() != first.serial()) {
                obstacle = Optional.of("holds more than one stream");
                return;
            }
            long from = page.body();
            List<Integer> pieces = page.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                if (packets.size() == codec.headerPackets - 1) {
                    obstacle = Optional.of("has sound on a page of its metadata");
                    return;
                }
                packet.writeBytes(file.read(from, pieces.get(i)));
                from += pieces.get(i);
                if (i < pieces.size() - 1 || !page.lastGoesOn()) {
                    packets.add(packet.toByteArray());
                    packet.reset();
                }
            }
            headerPages++;
            at = page.end();
        }
        soundAt = at;
        readComments();
    }

    private void readComments() {
        byte[] packet = packets.get(0);
        Optional<VorbisComment> parsed =
                AsciiChunk.startsWith(packet, new String(codec.comments, StandardCharsets.ISO_8859_1))
                        ? VorbisComment.parse(packet, codec.comments.length)
                        : Optional.empty();
        parsed.ifPresentOrElse(
                comment -> comments = comment, () -> obstacle = Optional.of("has Vorbis comments that are damaged"));
    }

    @Override
    public String format() {
        return codec == Codec.OPUS ? "Opus" : "Ogg Vorbis";
    }

    @Override
    public List<MetadataBlock> blocks() {
        Map<String, String> values = comments.values();
        return values.isEmpty() ? List.of() : List.of(new MetadataBlock(Kind.VORBIS, values));
    }

    @Override
    public List<Marker> markers() {
        return List.of();
    }

    @Override
    public List<String> faults() {
        return obstacle.stream().toList();
    }

    /** What is on the pages, without their headers. */
    @Override
    public List<ByteRange> sound() {
        List<ByteRange> bodies = new ArrayList<>();
        try {
            Optional<OggPage> page = obstacle.isPresent() ? Optional.empty() : OggPage.read(file, soundAt);
            while (page.isPresent()) {
                if (page.get().bodyLength() > 0) {
                    bodies.add(new ByteRange(page.get().body(), page.get().bodyLength()));
                }
                page = OggPage.read(file, page.get().end());
            }
        } catch (IOException e) {
            return List.of();
        }
        return bodies;
    }

    @Override
    public Rewrite rewrite(WantedFields wanted) throws UnwritableFile, IOException {
        Changes changes = new Changes();
        Map<String, String> changed =
                changes.of(Kind.VORBIS, comments.values(), Keys.VORBIS.settings(comments.values(), wanted));
        if (changed.isEmpty()) {
            return changes.rewrite(new Recipe.Builder().keep(0, file.size()).recipe());
        }
        if (obstacle.isPresent()) {
            throw new UnwritableFile(obstacle.get());
        }
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(codec.comments);
        packet.writeBytes(comments.with(changed).bytes());
        List<byte[]> headers = new ArrayList<>(packets);
        headers.set(0, packet.toByteArray());
        List<byte[]> pages = OggPage.paged(headers, first.serial(), first.sequence() + 1);
        Recipe.Builder out = new Recipe.Builder().keep(0, first.end());
        pages.forEach(out::fresh);
        int shift = pages.size() - headerPages;
        if (shift == 0) {
            out.keep(soundAt, file.size() - soundAt);
        } else {
            renumber(out, shift);
        }
        return changes.rewrite(out.recipe());
    }

    private void renumber(Recipe.Builder out, int shift) throws IOException {
        long at = soundAt;
        boolean ours = true;
        while (ours) {
            Optional<OggPage> page = OggPage.read(file, at);
            if (page.isEmpty() || page.get().serial() != first.serial()) {
                break; // another stream is chained on; it counts for itself
            }
            byte[] body = file.read(page.get().body(), page.get().bodyLength());
            out.fresh(page.get().numbered(page.get().sequence() + shift, body));
            out.keep(page.get().body(), page.get().bodyLength());
            ours = (page.get().flags() & OggPage.LAST) == 0;
            at = page.get().end();
        }
        out.keep(at, file.size() - at);
    }
}
