/**
 * Writes metadata into sound files and leaves the sound alone. {@link app.earmark.metadata.write.MetadataWriter} plans first:
 * what would differ, block by block. Then it writes a whole new file beside the original, reads it back, keeps what it replaced
 * so that it can be undone, and only then gives it the original's name.
 */
package app.earmark.metadata.write;
