package app.earmark.metadata.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chunks of a RIFF or AIFF file, found even where sizes are wrong or pad bytes missing.
 *
 * @param end behind the last chunk; what follows in the file belongs to none
 * @param faults in the words that follow a file's name
 */
record ChunkList(List<Chunk> chunks, long end, List<String> faults) {

    static final int FORM_HEADER_BYTES = 12;
    private static final int MOST_CHUNKS = 100_000;

    /**
     * @param declaredEnd where the form's header says that it ends
     * @param longSizes sizes of chunks whose header has no room for them, by id
     */
    static ChunkList read(FileBytes file, ByteOrder order, long declaredEnd, Map<String, Long> longSizes)
            throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        if (declaredEnd != file.size() && declaredEnd != file.size() + 1) {
            faults.add("has a wrong size in its header");
        }
        long at = FORM_HEADER_BYTES;
        while (at + Chunk.HEADER_BYTES <= file.size() && chunks.size() < MOST_CHUNKS) {
            if (at >= declaredEnd && hasSound(chunks)) {
                break; // something was put behind the form
            }
            ByteBuffer header =
                    ByteBuffer.wrap(file.read(at, Chunk.HEADER_BYTES)).order(order);
            String id = file.letters(at, 4);
            if (!isId(id)) {
                faults.add("holds bytes between its chunks that are none");
                break;
            }
            long told = Integer.toUnsignedLong(header.getInt(4));
            if (longSizes.containsKey(id) && told == 0xFFFFFFFFL) {
                told = longSizes.get(id);
            }
            long data = at + Chunk.HEADER_BYTES;
            boolean cutOff = told < 0 || told > file.size() - data;
            long size = cutOff ? file.size() - data : told;
            long end = cutOff ? file.size() : endWithPad(file, data + size, size, faults, order);
            chunks.add(new Chunk(id, at, size, end, cutOff));
            at = end;
        }
        return new ChunkList(chunks, at, faults);
    }

    private static boolean hasSound(List<Chunk> chunks) {
        return chunks.stream()
                .anyMatch(chunk -> chunk.id().equals("data") || chunk.id().equals("SSND"));
    }

    private static long endWithPad(FileBytes file, long end, long size, List<String> faults, ByteOrder order)
            throws IOException {
        if (size % 2 == 0 || end >= file.size()) {
            return end;
        }
        boolean padded = end + 1 == file.size() || startsChunk(file, end + 1, order);
        if (!padded && startsChunk(file, end, order)) {
            faults.add("lacks the byte that pads a chunk of odd length");
            return end;
        }
        return end + 1;
    }

    private static boolean startsChunk(FileBytes file, long at, ByteOrder order) throws IOException {
        if (at + Chunk.HEADER_BYTES > file.size() || !isId(file.letters(at, 4))) {
            return false;
        }
        long size = Integer.toUnsignedLong(
                ByteBuffer.wrap(file.read(at + 4, 4)).order(order).getInt());
        return size <= file.size() - at - Chunk.HEADER_BYTES;
    }

    private static boolean isId(String letters) {
        return letters.length() == 4
                && letters.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == 0xA9)
                && !letters.isBlank();
    }

    Optional<Chunk> first(String id) {
        return chunks.stream().filter(chunk -> chunk.id().equals(id)).findFirst();
    }
}
