package app.earmark.metadata.container;

import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.Bext;
import app.earmark.metadata.block.Id3Tag;
import app.earmark.metadata.block.InfoList;
import app.earmark.metadata.block.Ixml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chunks of a RIFF or AIFF file that hold text, by the chunk they were read from. */
final class TextChunks {

    final Map<Chunk, Bext> bext = new LinkedHashMap<>();
    final Map<Chunk, Ixml> ixml = new LinkedHashMap<>();
    final Map<Chunk, InfoList> info = new LinkedHashMap<>();
    final Map<Chunk, Id3Tag> id3 = new LinkedHashMap<>();
    final List<MetadataBlock> blocks = new ArrayList<>();
    final List<String> faults = new ArrayList<>();

    static TextChunks read(FileBytes file, List<Chunk> chunks) throws IOException {
        TextChunks texts = new TextChunks();
        for (Chunk chunk : chunks) {
            switch (chunk.id()) {
                case "bext", "iXML", "LIST", "id3 ", "ID3 ", "NAME", "AUTH", "ANNO", "(c) " -> {
                    if (chunk.isReadable()) {
                        texts.add(chunk, chunk.read(file));
                    } else {
                        texts.faults.add("holds a text of more than 64 MB, which is not read");
                    }
                }
                default -> {}
            }
        }
        return texts;
    }

    private void add(Chunk chunk, byte[] bytes) {
        switch (chunk.id()) {
            case "bext" -> {
                if (bext.size() == 1) {
                    faults.add("has more than one bext chunk");
                }
                bext.put(chunk, new Bext(bytes));
                blocks.add(new MetadataBlock(Kind.BEXT, bext.get(chunk).values()));
            }
            case "iXML" -> {
                ixml.put(chunk, new Ixml(bytes));
                blocks.addAll(ixml.get(chunk).blocks());
                ixml.get(chunk).fault().ifPresent(fault -> faults.add("has an iXML chunk that is not sound: " + fault));
            }
            case "LIST" -> {
                if (AsciiChunk.startsWith(bytes, "INFO")) {
                    info.put(chunk, new InfoList(bytes));
                    blocks.add(new MetadataBlock(Kind.INFO, info.get(chunk).values()));
                }
            }
            case "id3 ", "ID3 " ->
                Id3Tag.parse(bytes)
                        .ifPresentOrElse(
                                tag -> {
                                    id3.put(chunk, tag);
                                    blocks.add(new MetadataBlock(Kind.ID3, tag.values()));
                                    tag.fault().ifPresent(faults::add);
                                },
                                () -> faults.add("has an ID3 chunk that holds no ID3 tag"));
            default -> blocks.add(AsciiChunk.block(chunk.id(), bytes));
        }
    }

    boolean hasUnreadableIxml() {
        return ixml.values().stream().anyMatch(chunk -> !chunk.isChangeable());
    }
}
