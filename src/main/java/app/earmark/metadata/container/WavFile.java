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

/**
 * A WAV file, also with 64-bit sizes (RF64, BW64). New text goes into bext before the sound, and into iXML and INFO behind it.
 *
 * @see <a href="https://tech.ebu.ch/docs/tech/tech3306.pdf">EBU Tech 3306, RF64</a>
 */
final class WavFile implements SoundFile {

    /** What a 32-bit size can say at most. */
    static final long LARGEST_RIFF = 0xFFFFFFFFL;

    private static final int DS64_BYTES = 28;
    private static final int DS64_AT = ChunkList.FORM_HEADER_BYTES;

    private final FileBytes file;
    private final String form;
    private final ChunkList list;
    private final TextChunks texts;
    private final Optional<Chunk> data;
    private final long largestRiff;

    private WavFile(FileBytes file, String form, ChunkList list, long largestRiff) throws IOException {
        this.file = file;
        this.form = form;
        this.list = list;
        this.texts = TextChunks.read(file, list.chunks());
        this.data = list.first("data");
        this.largestRiff = largestRiff;
    }

    static WavFile read(FileBytes file, long largestRiff) throws IOException {
        String form = file.letters(0, 4);
        long end = 8 + Integer.toUnsignedLong(file.little(4, 4).getInt());
        Map<String, Long> longSizes = Map.of();
        if (!form.equals("RIFF") && file.letters(DS64_AT, 4).equals("ds64") && file.size() >= DS64_AT + 24) {
            ByteBuffer sizes = file.little(DS64_AT + 8, 16);
            end = 8 + sizes.getLong(0);
            longSizes = Map.of("data", sizes.getLong(8));
        }
        return new WavFile(file, form, ChunkList.read(file, ByteOrder.LITTLE_ENDIAN, end, longSizes), largestRiff);
    }

    @Override
    public String format() {
        return form.equals("RIFF") ? "WAV" : form;
    }

    @Override
    public List<MetadataBlock> blocks() {
        return texts.blocks;
    }

    @Override
    public List<Marker> markers() throws IOException {
        return WavMarkers.read(file, list.chunks());
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>(list.faults());
        faults.addAll(texts.faults);
        list.chunks().stream()
                .filter(Chunk::cutOff)
                .forEach(chunk -> faults.add(
                        "ends in the middle of its chunk " + chunk.id().strip()));
        return faults;
    }

    @Override
    public List<ByteRange> sound() {
        return data.map(chunk -> new ByteRange(chunk.data(), chunk.size())).stream()
                .toList();
    }

    @Override
    public Rewrite rewrite(WantedFields wanted) throws UnwritableFile, IOException {
        ChunkRewriting rewriting = new ChunkRewriting(texts, wanted);
        rewriting.bext();
        rewriting.ixml(true);
        rewriting.info();
        rewriting.id3(false);
        if (rewriting.changes.none()) {
            return rewriting.changes.rewrite(
                    new Recipe.Builder().keep(0, file.size()).recipe());
        }
        requireWhole();
        if (list.chunks().stream().anyMatch(Chunk::lacksPad)
                && !list.chunks().get(list.chunks().size() - 1).lacksPad()) {
            rewriting.changes.note("A byte that pads a chunk of odd length is missing, and is put in.");
        }
        return rewriting.changes.rewrite(recipe(rewriting));
    }

    private void requireWhole() throws UnwritableFile {
        Optional<Chunk> cut = list.chunks().stream().filter(Chunk::cutOff).findFirst();
        if (cut.isPresent()) {
            throw new UnwritableFile(
                    "ends in the middle of its chunk " + cut.get().id().strip() + ", or does not say where that ends");
        }
        if (data.isEmpty()) {
            throw new UnwritableFile("has no sound in it");
        }
        if (data.get().size() == 0 && list.end() < file.size()) {
            throw new UnwritableFile("does not say where its sound ends");
        }
        if (!form.equals("RIFF")
                && (list.first("ds64").isEmpty() || list.chunks().get(0).size() < DS64_BYTES - 4)) {
            throw new UnwritableFile("is a " + form + " file without its sizes");
        }
    }

    private Recipe recipe(ChunkRewriting rewriting) throws IOException {
        ChunkAssembly assembly = new ChunkAssembly(file, ByteOrder.LITTLE_ENDIAN, list, rewriting, data.orElseThrow());
        long riffBytes = 4 + assembly.length();
        if (!form.equals("RIFF")) {
            byte[] sizes = list.chunks().get(0).read(file);
            ByteBuffer.wrap(sizes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, riffBytes);
            rewriting.replaced.put(list.chunks().get(0), sizes);
            return assembly.recipe(header(form, LARGEST_RIFF), Optional.empty());
        }
        if (riffBytes <= largestRiff) {
            return assembly.recipe(header("RIFF", riffBytes), Optional.empty());
        }
        rewriting.changes.note("The file grows beyond 4 GB and so becomes an RF64 file.");
        ByteBuffer front =
                ByteBuffer.allocate(DS64_AT + Chunk.HEADER_BYTES + DS64_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        front.put(header("RF64", LARGEST_RIFF))
                .put("ds64".getBytes(StandardCharsets.US_ASCII))
                .putInt(DS64_BYTES);
        front.putLong(riffBytes + Chunk.HEADER_BYTES + DS64_BYTES)
                .putLong(data.get().size())
                .putLong(frames())
                .putInt(0);
        ByteBuffer dataHeader = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        dataHeader.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) LARGEST_RIFF);
        return assembly.recipe(front.array(), Optional.of(dataHeader.array()));
    }

    private long frames() throws IOException {
        Optional<Chunk> format = list.first("fmt ").filter(chunk -> chunk.size() >= 16);
        int frameBytes =
                format.isEmpty() ? 0 : file.little(format.get().data() + 12, 2).getShort() & 0xFFFF;
        return frameBytes == 0 ? 0 : data.orElseThrow().size() / frameBytes;
    }

    private static byte[] header(String form, long size) {
        ByteBuffer header = ByteBuffer.allocate(DS64_AT).order(ByteOrder.LITTLE_ENDIAN);
        header.put(form.getBytes(StandardCharsets.US_ASCII)).putInt((int) size);
        return header.put("WAVE".getBytes(StandardCharsets.US_ASCII)).array();
    }
}
