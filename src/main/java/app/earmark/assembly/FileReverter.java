package app.earmark.assembly;

import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.FileChange;
import app.earmark.progress.Progress;
import java.util.List;
import java.util.Map;

/**
 * Puts back what an edit did to files, or does it again, wherever they are by now. Safe to repeat: a file that is already as
 * wanted counts as done.
 */
interface FileReverter {

    /**
     * Brings files from {@link FileChange#after} back to {@link FileChange#before} ({@code undone}), or to the former again.
     * When cancelled, it stops between two files and tells what was done until then.
     */
    Reverted revert(List<FileChange> files, boolean undone, Progress progress);

    /**
     * What {@link #revert} had done when the program was cut off in it. Changes no file, but for those that are in the middle
     * of something.
     */
    Reverted reached(List<FileChange> files, boolean undone);

    /** The journal knows of what was done; notes about it can go. */
    default void recorded() {}

    /**
     * @param done files that are now as wanted, with the places and the clips where they were found
     * @param failures why the others are not, a sentence each
     * @param contentHashes of clips whose files have other bytes now: SHA-256, by which a scan knows them when they were moved
     */
    record Reverted(List<FileChange> done, List<ClipFailure> failures, Map<ClipId, String> contentHashes) {}
}
