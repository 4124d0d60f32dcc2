/**
 * Finds sound files in folders and says what is new, changed, moved, back or gone since the catalogue last looked.
 *
 * <p>{@link app.earmark.scan.FolderWalk} lists what is there, {@link app.earmark.scan.LibraryDiff} compares it with what
 * is recorded, as a pure function. This package decides; the catalogue records.
 */
package app.earmark.scan;
