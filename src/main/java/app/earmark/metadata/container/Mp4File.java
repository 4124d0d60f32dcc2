package app.earmark.metadata.container;

import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.Keys;
import app.earmark.metadata.block.Mp4Tags;
import app.earmark.metadata.block.WantedFields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An MP4 or M4A file. Text is in {@code moov/udta/meta/ilst}. A file whose fragments or index point to places in ways that
 * Earmark does not follow is read and not written.
 */
final class Mp4File implements SoundFile {

    private final FileBytes file;
    private final List<Mp4Box> top;
    private final Mp4Moov moov;
    private final boolean whole;

    private Mp4File(FileBytes file, List<Mp4Box> top, Mp4Moov moov) {
        this.file = file;
        this.top = top;
        this.moov = moov;
        this.whole = Mp4Box.fill(top, 0, file.size());
    }

    static Mp4File read(FileBytes file) throws IOException {
        List<Mp4Box> top = Mp4Box.between(file, 0, file.size());
        return new Mp4File(file, top, Mp4Moov.read(file, Mp4Box.first(top, "moov")));
    }

    @Override
    public String format() {
        return "MP4";
    }

    @Override
    public List<MetadataBlock> blocks() {
        Map<String, String> values = moov.tags().values();
        return values.isEmpty() ? List.of() : List.of(new MetadataBlock(Kind.MP4, values));
    }

    @Override
    public List<Marker> markers() {
        return List.of();
    }

    @Override
    public List<String> faults() {
        return whole ? List.of() : List.of("ends in the middle of a box");
    }

    @Override
    public List<ByteRange> sound() {
        return top.stream()
                .filter(box -> box.type().equals("mdat"))
                .map(box -> new ByteRange(box.contents(), box.end() - box.contents()))
                .toList();
    }

    @Override
    public Rewrite rewrite(WantedFields wanted) throws UnwritableFile, IOException {
        Changes changes = new Changes();
        Map<String, String> present = moov.tags().values();
        Map<String, String> changed = changes.of(Kind.MP4, present, Keys.MP4.settings(present, wanted));
        if (changed.isEmpty()) {
            return changes.rewrite(new Recipe.Builder().keep(0, file.size()).recipe());
        }
        Optional<Mp4Box> box = Mp4Box.first(top, "moov");
        if (!whole || box.isEmpty()) {
            throw new UnwritableFile("is not a whole MP4 file");
        }
        for (String kind : List.of("moof", "sidx", "mfra", "iloc", "ssix")) {
            if (Mp4Box.first(top, kind).isPresent()) {
                throw new UnwritableFile("is an MP4 file in fragments, which Earmark does not write");
            }
        }
        Mp4Tags tags = moov.tags().with(changed);
        return changes.rewrite(moov.with(tags, box.get()));
    }
}
