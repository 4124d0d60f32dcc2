/**
 * Gives sound files Universal Category System names, many at a time. {@link app.earmark.renaming.NameMaker} composes a name
 * from what is known of a clip, {@link app.earmark.renaming.RenamePlanner} looks at the disk and says of each file what would
 * come of it, {@link app.earmark.renaming.BatchRunner} renames by a plan that stands on disk before the first file is touched, so
 * that what a crash interrupts can be finished or put back, and {@link app.earmark.renaming.Renamer} tells the
 * catalogue. What a file was called before stays beside it, in {@link app.earmark.renaming.OldNames}.
 */
package app.earmark.renaming;
