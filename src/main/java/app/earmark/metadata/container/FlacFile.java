package app.earmark.metadata.container;

import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.Bext;
import app.earmark.metadata.block.Ixml;
import app.earmark.metadata.block.Keys;
import app.earmark.metadata.block.VorbisComment;
import app.earmark.metadata.block.WantedFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A FLAC file. Text is in its Vorbis comments; chunks of the WAV file it was made from are read, and believed less.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9639">RFC 9639</a>
 */
final class FlacFile implements SoundFile {

    private static final int HEADER_BYTES = 4;
    private static final int APPLICATION = 2;
    private static final int VORBIS_COMMENT = 4;
    private static final int LAST = 0x80;
    private static final int LARGEST_BLOCK = 0xFFFFFF;

    private record Block(long at, int type, boolean last, int length) {
        long end() {
            return at + HEADER_BYTES + length;
        }
    }

    private final FileBytes file;
    private final List<Block> blocks = new ArrayList<>();
    private final List<MetadataBlock> texts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Optional<Block> commentBlock = Optional.empty();
    private VorbisComment comments = VorbisComment.empty();
    private boolean whole;

    private FlacFile(FileBytes file) {
        this.file = file;
    }

    /** @param start where the letters {@code fLaC} stand */
    static FlacFile read(FileBytes file, long start) throws IOException {
        FlacFile flac = new FlacFile(file);
        long at = start + 4;
        while (!flac.whole && at + HEADER_BYTES <= file.size()) {
            int header = file.big(at, 4).getInt();
            Block block = new Block(at, header >>> 24 & 0x7F, header < 0, header & LARGEST_BLOCK);
            if (block.end() > file.size() || block.type() == 0x7F) {
                break;
            }
            flac.add(block);
            flac.whole = block.last();
            at = block.end();
        }
        if (!flac.whole) {
            flac.faults.add("ends in the middle of its metadata");
        }
        return flac;
    }

    private void add(Block block) throws IOException {
        blocks.add(block);
        if (block.type() == VORBIS_COMMENT && commentBlock.isEmpty()) {
            Optional<VorbisComment> parsed =
                    VorbisComment.parse(file.read(block.at() + HEADER_BYTES, block.length()), 0);
            parsed.ifPresentOrElse(
                    comment -> {
                        commentBlock = Optional.of(block);
                        comments = comment;
                        texts.add(new MetadataBlock(Kind.VORBIS, comment.values()));
                    },
                    () -> faults.add("has Vorbis comments that are damaged"));
        } else if (block.type() == APPLICATION && block.length() > 12) {
            foreign(file.read(block.at() + HEADER_BYTES, block.length()));
        }
    }

    /** A chunk that came along from a WAV file. */
    private void foreign(byte[] application) {
        if (AsciiChunk.startsWith(application, "riff")) {
            byte[] chunk = Arrays.copyOfRange(application, 12, application.length);
            switch (new String(application, 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                case "bext" -> texts.add(new MetadataBlock(Kind.BEXT, new Bext(chunk).values()));
                case "iXML" -> texts.addAll(new Ixml(chunk).blocks());
                default -> {}
            }
        }
    }

    @Override
    public String format() {
        return "FLAC";
    }

    @Override
    public List<MetadataBlock> blocks() {
        return texts;
    }

    @Override
    public boolean believesTagsFirst() {
        return true;
    }

    @Override
    public List<Marker> markers() {
        return List.of();
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    @Override
    public List<ByteRange> sound() {
        long from =
                blocks.isEmpty() ? file.size() : blocks.get(blocks.size() - 1).end();
        return List.of(new ByteRange(from, file.size() - from));
    }

    @Override
    public Rewrite rewrite(WantedFields wanted) throws UnwritableFile, IOException {
        Changes changes = new Changes();
        Map<String, String> changed =
                changes.of(Kind.VORBIS, comments.values(), Keys.VORBIS.settings(comments.values(), wanted));
        if (changed.isEmpty()) {
            return changes.rewrite(new Recipe.Builder().keep(0, file.size()).recipe());
        }
        if (!faults.isEmpty() || blocks.isEmpty()) {
            throw new UnwritableFile(faults.isEmpty() ? "has no metadata blocks" : faults.get(0));
        }
        byte[] bytes = comments.with(changed).bytes();
        if (bytes.length > LARGEST_BLOCK) {
            throw new UnwritableFile("would get more than 16 MB of text, which a FLAC file can't have");
        }
        return changes.rewrite(commentBlock.isPresent() ? replaced(commentBlock.get(), bytes) : inserted(bytes));
    }

    private Recipe replaced(Block block, byte[] bytes) {
        return new Recipe.Builder()
                .keep(0, block.at())
                .fresh(block(bytes, block.last()))
                .keep(block.end(), file.size() - block.end())
                .recipe();
    }

    private Recipe inserted(byte[] bytes) throws IOException {
        Block first = blocks.get(0);
        byte type = file.read(first.at(), 1)[0];
        return new Recipe.Builder()
                .keep(0, first.at())
                .fresh(new byte[] {(byte) (type & ~LAST)})
                .keep(first.at() + 1, first.end() - first.at() - 1)
                .fresh(block(bytes, first.last()))
                .keep(first.end(), file.size() - first.end())
                .recipe();
    }

    private static byte[] block(byte[] bytes, boolean last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int header = (last ? LAST : 0) << 24 | VORBIS_COMMENT << 24 | bytes.length;
        out.writeBytes(ByteBuffer.allocate(4).putInt(header).array());
        out.writeBytes(bytes);
        return out.toByteArray();
    }
}
