package app.earmark.library;

/** Identity of a clip in one catalogue; survives rescans, moves and renames. */
public record ClipId(long value) implements Comparable<ClipId> {

    @Override
    public int compareTo(ClipId other) {
        return Long.compare(value, other.value);
    }
}
