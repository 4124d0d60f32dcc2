/** Finds sound files in folders and says what is new, changed, moved, back or gone since the catalogue last looked. It decides; the catalogue records. */
package app.earmark.scan;
