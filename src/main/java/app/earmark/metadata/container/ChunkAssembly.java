package app.earmark.metadata.container;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the chunks of a RIFF or AIFF file together anew: all in their order, those to be replaced with their new contents. */
final class ChunkAssembly {

    private final FileBytes file;
    private final ByteOrder order;
    private final ChunkList list;
    private final ChunkRewriting rewriting;
    private final Chunk sound;

    ChunkAssembly(FileBytes file, ByteOrder order, ChunkList list, ChunkRewriting rewriting, Chunk sound) {
        this.file = file;
        this.order = order;
        this.list = list;
        this.rewriting = rewriting;
        this.sound = sound;
    }

    /** Bytes of all chunks. */
    long length() {
        return chunks(new Recipe.Builder(), Optional.empty()).recipe().length();
    }

    /**
     * @param header of the form
     * @param soundHeader of the sound's chunk, if it needs another one
     */
    Recipe recipe(byte[] header, Optional<byte[]> soundHeader) {
        return chunks(new Recipe.Builder().fresh(header), soundHeader)
                .keep(list.end(), file.size() - list.end())
                .recipe();
    }

    private Recipe.Builder chunks(Recipe.Builder out, Optional<byte[]> soundHeader) {
        List<Chunk> chunks = list.chunks();
        for (Chunk chunk : chunks) {
            byte[] contents = rewriting.replaced.get(chunk);
            if (chunk.equals(sound)) {
                rewriting.beforeSound.forEach(added -> out.fresh(chunk(added)));
                soundHeader.ifPresentOrElse(out::fresh, () -> out.keep(chunk.header(), Chunk.HEADER_BYTES));
                out.keep(chunk.data(), chunk.end() - chunk.data());
            } else if (contents == null) {
                out.keep(chunk.header(), chunk.end() - chunk.header());
            } else {
                out.fresh(chunk(Map.entry(chunk.id(), contents)));
            }
            boolean last =
                    chunk == chunks.get(chunks.size() - 1) && rewriting.atEnd.isEmpty() && list.end() == file.size();
            if (chunk.lacksPad() && contents == null && !last) {
                out.fresh(new byte[1]);
            }
        }
        rewriting.atEnd.forEach(added -> out.fresh(chunk(added)));
        return out;
    }

    private byte[] chunk(Map.Entry<String, byte[]> idAndContents) {
        byte[] contents = idAndContents.getValue();
        ByteArrayOutputStream out = new ByteArrayOutputStream(contents.length + 9);
        out.writeBytes(idAndContents.getKey().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(
                ByteBuffer.allocate(4).order(order).putInt(contents.length).array());
        out.writeBytes(contents);
        if (contents.length % 2 == 1) {
            out.write(0);
        }
        return out.toByteArray();
    }
}
