package app.earmark.library;

/**
 * What tells a changed file from an unchanged one without reading it.
 *
 * @param sizeBytes file size
 * @param modifiedMillis last modification, milliseconds since 1970-01-01 UTC
 */
public record FileStamp(long sizeBytes, long modifiedMillis) {}
