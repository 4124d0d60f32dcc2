package app.earmark.metadata.container;

import app.earmark.metadata.Marker;
import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.block.WantedFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An AIFF or AIFF-C file. New text goes into its ID3 chunk, and into iXML where it has that. */
final class AiffFile implements SoundFile {

    private final FileBytes file;
    private final String type;
    private final ChunkList list;
    private final TextChunks texts;

    private AiffFile(FileBytes file, String type, ChunkList list) throws IOException {
        this.file = file;
        this.type = type;
        this.list = list;
        this.texts = TextChunks.read(file, list.chunks());
    }

    static AiffFile read(FileBytes file) throws IOException {
        long end = 8 + Integer.toUnsignedLong(file.big(4, 4).getInt());
        return new AiffFile(file, file.letters(8, 4), ChunkList.read(file, ByteOrder.BIG_ENDIAN, end, Map.of()));
    }

    @Override
    public String format() {
        return "AIFF";
    }

    @Override
    public List<MetadataBlock> blocks() {
        return texts.blocks;
    }

    @Override
    public List<Marker> markers() throws IOException {
        List<Marker> markers = new ArrayList<>();
        for (Chunk chunk : list.chunks()) {
            if (chunk.id().equals("MARK") && chunk.isReadable() && chunk.size() >= 2) {
                read(ByteBuffer.wrap(chunk.read(file)), markers);
            }
        }
        return markers;
    }

    private static void read(ByteBuffer in, List<Marker> markers) {
        int count = in.getShort() & 0xFFFF;
        for (int i = 0; i < count && in.remaining() >= 7; i++) {
            in.getShort();
            long frame = Integer.toUnsignedLong(in.getInt());
            int letters = in.get() & 0xFF;
            byte[] label = new byte[Math.min(letters, in.remaining())];
            in.get(label);
            if (letters % 2 == 0 && in.hasRemaining()) {
                in.get(); // count and letters together are even
            }
            markers.add(new Marker(Marker.Kind.CUE, frame, 0, new String(label, StandardCharsets.ISO_8859_1).strip()));
        }
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>(list.faults());
        faults.addAll(texts.faults);
        return faults;
    }

    private Optional<Chunk> soundChunk() {
        return list.first("SSND");
    }

    @Override
    public List<ByteRange> sound() {
        return soundChunk().map(chunk -> new ByteRange(chunk.data(), chunk.size())).stream()
                .toList();
    }

    @Override
    public Rewrite rewrite(WantedFields wanted) throws UnwritableFile {
        ChunkRewriting rewriting = new ChunkRewriting(texts, wanted);
        rewriting.ixml(false);
        rewriting.id3(true);
        if (rewriting.changes.none()) {
            return rewriting.changes.rewrite(
                    new Recipe.Builder().keep(0, file.size()).recipe());
        }
        Optional<Chunk> cut = list.chunks().stream().filter(Chunk::cutOff).findFirst();
        if (cut.isPresent()) {
            throw new UnwritableFile(
                    "ends in the middle of its chunk " + cut.get().id().strip());
        }
        Chunk sound = soundChunk().orElseThrow(() -> new UnwritableFile("has no sound in it"));
        ChunkAssembly assembly = new ChunkAssembly(file, ByteOrder.BIG_ENDIAN, list, rewriting, sound);
        long size = 4 + assembly.length();
        if (size > WavFile.LARGEST_RIFF) {
            throw new UnwritableFile("would grow beyond 4 GB, which an AIFF file can't");
        }
        byte[] header = ByteBuffer.allocate(12)
                .put("FORM".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) size)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .array();
        return rewriting.changes.rewrite(assembly.recipe(header, Optional.empty()));
    }
}
