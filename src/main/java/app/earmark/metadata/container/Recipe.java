package app.earmark.metadata.container;

import app.earmark.metadata.container.Segment.Fresh;
import app.earmark.metadata.container.Segment.Kept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How to make one file out of another: stretches that are kept, in their order, and fresh bytes between them.
 *
 * @param segments kept ones in ascending order, none overlapping another
 */
public record Recipe(List<Segment> segments) {

    public Recipe {
        segments = List.copyOf(segments);
    }

    /** Length in bytes of what it makes. */
    public long length() {
        return segments.stream().mapToLong(Segment::length).sum();
    }

    /** Where a stretch of the original begins in what the recipe makes; empty if it is not kept in one piece. */
    public OptionalLong placeOf(ByteRange range) {
        long at = 0;
        for (Segment segment : segments) {
            if (segment instanceof Kept kept
                    && kept.from() <= range.from()
                    && range.from() + range.length() <= kept.from() + kept.length()) {
                return OptionalLong.of(at + range.from() - kept.from());
            }
            at += segment.length();
        }
        return OptionalLong.empty();
    }

    /** The recipe that makes the original again out of what this one makes. */
    public Recipe inverse(FileBytes original) throws IOException {
        Builder back = new Builder();
        long at = 0;
        long reached = 0;
        for (Segment segment : segments) {
            if (segment instanceof Kept kept) {
                back.lost(original, reached, kept.from());
                back.keep(at, kept.length());
                reached = kept.from() + kept.length();
            }
            at += segment.length();
        }
        back.lost(original, reached, original.size());
        return back.recipe();
    }

    /** Puts a recipe together; neighbours become one. */
    public static final class Builder {

        private final List<Segment> segments = new ArrayList<>();

        public Builder keep(long from, long length) {
            if (length > 0) {
                int last = segments.size() - 1;
                if (last >= 0 && segments.get(last) instanceof Kept before && before.from() + before.length() == from) {
                    segments.set(last, new Kept(before.from(), before.length() + length));
                } else {
                    segments.add(new Kept(from, length));
                }
            }
            return this;
        }

        public Builder fresh(byte[] bytes) {
            if (bytes.length > 0) {
                segments.add(new Fresh(bytes));
            }
            return this;
        }

        private void lost(FileBytes original, long from, long to) throws IOException {
            for (long at = from; at < to; at += FileBytes.LARGEST_BLOCK) {
                fresh(original.read(at, Math.min(FileBytes.LARGEST_BLOCK, to - at)));
            }
        }

        public Recipe recipe() {
            return new Recipe(segments);
        }
    }
}
