package app.earmark.metadata.container;

import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.Id3Tag;
import app.earmark.metadata.block.WantedFields;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An MPEG audio file. Text is in the ID3v2 tag at its start; tags at its end are kept as they are. */
final class Mp3File implements SoundFile {

    private final FileBytes file;
    private final long tagLength;
    private final Optional<Id3Tag> tag;

    private Mp3File(FileBytes file, long tagLength, Optional<Id3Tag> tag) {
        this.file = file;
        this.tagLength = tagLength;
        this.tag = tag;
    }

    /** @param tagLength bytes of the tag at the start, 0 if there is none */
    static Mp3File read(FileBytes file, long tagLength) throws IOException {
        boolean readable = tagLength > 0 && tagLength <= FileBytes.LARGEST_BLOCK;
        long there = Math.min(tagLength, file.size());
        return new Mp3File(file, there, readable ? Id3Tag.parse(file.read(0, there)) : Optional.empty());
    }

    @Override
    public String format() {
        return "MP3";
    }

    @Override
    public List<MetadataBlock> blocks() {
        return tag.map(t -> new MetadataBlock(Kind.ID3, t.values())).stream().toList();
    }

    @Override
    public List<Marker> markers() {
        return List.of();
    }

    @Override
    public List<String> faults() {
        return tag.flatMap(Id3Tag::fault).stream().toList();
    }

    @Override
    public List<ByteRange> sound() {
        return List.of(new ByteRange(tagLength, file.size() - tagLength));
    }

    @Override
    public Rewrite rewrite(WantedFields wanted) throws UnwritableFile {
        if (tag.isEmpty() && tagLength > 0) {
            throw new UnwritableFile("has an ID3 tag that can't be read");
        }
        Changes changes = new Changes();
        Id3Tag changed = ChunkRewriting.id3(tag.orElseGet(Id3Tag::empty), wanted, changes);
        if (changes.none()) {
            return changes.rewrite(new Recipe.Builder().keep(0, file.size()).recipe());
        }
        return changes.rewrite(new Recipe.Builder()
                .fresh(changed.bytes())
                .keep(tagLength, file.size() - tagLength)
                .recipe());
    }
}
