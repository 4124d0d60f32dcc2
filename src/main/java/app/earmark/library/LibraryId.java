package app.earmark.library;

/** Identity of a sound library (one scanned root folder) in one catalogue. */
public record LibraryId(long value) {}
