package app.earmark.metadata.container;

import app.earmark.metadata.Marker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cue points with their labels and lengths, and loops, of a WAV file. */
final class WavMarkers {

    private static final int CUE_BYTES = 24;
    private static final int LOOP_BYTES = 24;
    private static final int LOOPS_AT = 36;

    private final Map<Integer, String> labels = new HashMap<>();
    private final Map<Integer, Long> lengths = new HashMap<>();
    private final List<Marker> markers = new ArrayList<>();

    private WavMarkers() {}

    static List<Marker> read(FileBytes file, List<Chunk> chunks) throws IOException {
        WavMarkers found = new WavMarkers();
        for (Chunk chunk : chunks) {
            if (chunk.id().equals("LIST") && chunk.isReadable()) {
                byte[] bytes = chunk.read(file);
                if (AsciiChunk.startsWith(bytes, "adtl")) {
                    found.associated(bytes);
                }
            }
        }
        for (Chunk chunk : chunks) {
            if (chunk.id().equals("cue ") && chunk.isReadable()) {
                found.cues(little(chunk.read(file)));
            } else if (chunk.id().equals("smpl") && chunk.isReadable()) {
                found.loops(little(chunk.read(file)));
            }
        }
        found.markers.sort(Comparator.comparingLong(Marker::startFrames));
        return found.markers;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void associated(byte[] list) {
        ByteBuffer in = little(list);
        int at = 4;
        while (at + 12 <= list.length) {
            String id = new String(list, at, 4, StandardCharsets.ISO_8859_1);
            long size = Math.min(Integer.toUnsignedLong(in.getInt(at + 4)), list.length - at - 8L);
            int cue = in.getInt(at + 8);
            if (id.equals("labl") || id.equals("note") && !labels.containsKey(cue)) {
                String text = new String(list, at + 12, (int) Math.max(0, size - 4), StandardCharsets.UTF_8);
                int nul = text.indexOf('\0');
                labels.put(cue, (nul < 0 ? text : text.substring(0, nul)).strip());
            } else if (id.equals("ltxt") && size >= 8) {
                lengths.put(cue, Integer.toUnsignedLong(in.getInt(at + 12)));
            }
            at += 8 + (int) size + (int) (size & 1);
        }
    }

    private void cues(ByteBuffer in) {
        long count = in.remaining() < 4 ? 0 : Integer.toUnsignedLong(in.getInt(0));
        for (int i = 0; i < count && 4 + (i + 1) * CUE_BYTES <= in.limit(); i++) {
            int at = 4 + i * CUE_BYTES;
            int cue = in.getInt(at);
            markers.add(new Marker(
                    Marker.Kind.CUE,
                    Integer.toUnsignedLong(in.getInt(at + 20)),
                    lengths.getOrDefault(cue, 0L),
                    labels.getOrDefault(cue, "")));
        }
    }

    private void loops(ByteBuffer in) {
        long count = in.limit() < LOOPS_AT ? 0 : Integer.toUnsignedLong(in.getInt(28));
        for (int i = 0; i < count && LOOPS_AT + (i + 1) * LOOP_BYTES <= in.limit(); i++) {
            int at = LOOPS_AT + i * LOOP_BYTES;
            long start = Integer.toUnsignedLong(in.getInt(at + 8));
            long last = Integer.toUnsignedLong(in.getInt(at + 12));
            markers.add(new Marker(Marker.Kind.LOOP, start, Math.max(0, last - start + 1), ""));
        }
    }
}
