package app.earmark.metadata.container;

import app.earmark.metadata.block.Mp4Tags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The box {@code moov}: the tags of an MP4 file, and the places of its sound, which move when the tags before them grow.
 *
 * @param path from moov down to {@code ilst}, as far as there is one
 */
record Mp4Moov(FileBytes file, List<Mp4Box> path, Mp4Tags tags) {

    private static final List<String> PATH = List.of("udta", "meta", "ilst");
    private static final List<String> ABOVE_OFFSETS = List.of("trak", "mdia", "minf", "stbl");
    private static final byte[] HANDLER =
            Mp4Tags.box("hdlr", new byte[8], "mdirappl".getBytes(StandardCharsets.US_ASCII), new byte[9]);

    static Mp4Moov read(FileBytes file, Optional<Mp4Box> moov) throws IOException {
        List<Mp4Box> path = new ArrayList<>();
        Optional<Mp4Box> box = moov;
        for (int i = 0; box.isPresent(); i++) {
            path.add(box.get());
            box = i < PATH.size() ? Mp4Box.first(children(file, box.get()), PATH.get(i)) : Optional.empty();
        }
        Optional<Mp4Tags> tags = Optional.empty();
        if (path.size() == PATH.size() + 1) {
            Mp4Box list = path.get(PATH.size());
            tags = list.length() > FileBytes.LARGEST_BLOCK
                    ? Optional.empty()
                    : Mp4Tags.parse(file.read(list.contents(), list.end() - list.contents()));
            if (tags.isEmpty()) {
                path.clear(); // damaged: not to be changed
            }
        }
        return new Mp4Moov(file, path, tags.orElseGet(Mp4Tags::empty));
    }

    private static List<Mp4Box> children(FileBytes file, Mp4Box box) throws IOException {
        return Mp4Box.between(file, firstChild(file, box), box.end());
    }

    private static long firstChild(FileBytes file, Mp4Box box) throws IOException {
        // QuickTime's own meta is a plain box, MPEG's has a version and flags
        boolean full = box.type().equals("meta")
                && !file.letters(box.contents() + 4, 4).equals("hdlr");
        return box.contents() + (full ? 4 : 0);
    }

    /** The file with other tags. */
    Recipe with(Mp4Tags tags, Mp4Box moov) throws UnwritableFile, IOException {
        if (path.isEmpty() || path.stream().anyMatch(box -> box.contents() - box.at() != 8)) {
            throw new UnwritableFile("has MP4 tags that can't be changed safely");
        }
        for (Mp4Box box : path.subList(0, Math.min(path.size(), PATH.size()))) {
            if (!Mp4Box.fill(children(file, box), firstChild(file, box), box.end())) {
                throw new UnwritableFile("has MP4 tags that can't be changed safely");
            }
        }
        byte[] fresh = Mp4Tags.box("ilst", tags.bytes());
        boolean replaces = path.size() == PATH.size() + 1;
        if (!replaces) {
            fresh = wrapped(fresh, path.size());
        }
        Mp4Box deepest = path.get(path.size() - 1);
        long cut = replaces ? deepest.at() : end(deepest);
        long resume = replaces ? deepest.end() : end(deepest);
        long growth = fresh.length - (resume - cut);
        List<Patch> patches = new ArrayList<>();
        for (Mp4Box box : replaces ? path.subList(0, PATH.size()) : path) {
            patches.add(new Patch(
                    box.at(),
                    ByteBuffer.allocate(4).putInt((int) (box.length() + growth)).array()));
        }
        offsets(moov, 0, moov.end(), growth, patches);
        return assembled(patches, cut, resume, fresh);
    }

    /** Four zero bytes may stand behind the last box of {@code udta}; what is new comes before them. */
    private long end(Mp4Box box) throws IOException {
        List<Mp4Box> children = children(file, box);
        return children.isEmpty()
                ? firstChild(file, box)
                : children.get(children.size() - 1).end();
    }

    private static byte[] wrapped(byte[] list, int depth) {
        byte[] fresh = list;
        if (depth <= 2) {
            fresh = Mp4Tags.box("meta", new byte[4], HANDLER, fresh);
        }
        return depth <= 1 ? Mp4Tags.box("udta", fresh) : fresh;
    }

    private record Patch(long at, byte[] bytes) {}

    /** Every place in the sound's index that lies behind moov moves by as much as moov grows. */
    private void offsets(Mp4Box box, int depth, long behind, long growth, List<Patch> patches)
            throws UnwritableFile, IOException {
        for (Mp4Box child : children(file, box)) {
            if (depth < ABOVE_OFFSETS.size() && child.type().equals(ABOVE_OFFSETS.get(depth))) {
                offsets(child, depth + 1, behind, growth, patches);
            } else if (depth == 0 && child.type().equals("mvex")) {
                throw new UnwritableFile("is an MP4 file in fragments, which Earmark does not write");
            } else if (depth == ABOVE_OFFSETS.size()
                    && (child.type().equals("stco") || child.type().equals("co64"))) {
                patches.add(moved(child, behind, growth));
            } else if (depth == ABOVE_OFFSETS.size() && (child.type().equals("saio"))) {
                throw new UnwritableFile("is an enciphered MP4 file, which Earmark does not write");
            }
        }
    }

    private Patch moved(Mp4Box table, long behind, long growth) throws UnwritableFile, IOException {
        byte[] bytes = file.read(table.contents(), table.end() - table.contents());
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int entry = table.type().equals("stco") ? 4 : 8;
        long count = bytes.length < 8 ? -1 : Integer.toUnsignedLong(in.getInt(4));
        if (count < 0 || 8 + count * entry > bytes.length) {
            throw new UnwritableFile("has a damaged index");
        }
        for (int at = 8; at < 8 + count * entry; at += entry) {
            long offset = entry == 4 ? Integer.toUnsignedLong(in.getInt(at)) : in.getLong(at);
            long place = offset >= behind ? offset + growth : offset;
            if (entry == 4 && place > 0xFFFFFFFFL) {
                throw new UnwritableFile("would grow beyond what its index can point to");
            }
            if (entry == 4) {
                in.putInt(at, (int) place);
            } else {
                in.putLong(at, place);
            }
        }
        return new Patch(table.contents(), bytes);
    }

    private Recipe assembled(List<Patch> patches, long cut, long resume, byte[] fresh) {
        patches.sort(java.util.Comparator.comparingLong(Patch::at));
        Recipe.Builder out = new Recipe.Builder();
        long reached = 0;
        boolean done = false;
        for (Patch patch : patches) {
            if (!done && patch.at() >= cut) {
                out.keep(reached, cut - reached).fresh(fresh);
                reached = resume;
                done = true;
            }
            out.keep(reached, patch.at() - reached).fresh(patch.bytes());
            reached = patch.at() + patch.bytes().length;
        }
        if (!done) {
            out.keep(reached, cut - reached).fresh(fresh);
            reached = resume;
        }
        return out.keep(reached, file.size() - reached).recipe();
    }
}
