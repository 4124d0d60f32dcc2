package app.earmark.metadata.container;

/** Bytes {@code from} up to, and without, {@code from + length}. */
public record ByteRange(long from, long length) {}
