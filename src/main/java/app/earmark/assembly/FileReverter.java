package app.earmark.assembly;

import app.earmark.library.ClipFailure;
import app.earmark.library.ClipId;
import app.earmark.library.FileChange;
import app.earmark.progress.Progress;
import java.util.List;
import java.util.Map;

/**
 * Puts back what an edit did to files, or does it again. Both are safe to repeat: a file that is already as wanted counts
 * as done, so that work broken off between the files and the journal can be taken up. When cancelled, they stop between
 * two files and tell what was done until then.
 */
public interface FileReverter {

    /** Brings files from {@link FileChange#after} back to {@link FileChange#before}. */
    Reverted undo(List<FileChange> files, Progress progress);

    /** Brings files from {@link FileChange#before} to {@link FileChange#after} again. */
    Reverted redo(List<FileChange> files, Progress progress);

    /**
     * @param done files that are now as wanted
     * @param failures why the others are not, a sentence each
     * @param contentHashes of clips whose files have other bytes now: SHA-256, by which a scan knows them when they were moved
     */
    record Reverted(List<FileChange> done, List<ClipFailure> failures, Map<ClipId, String> contentHashes) {}
}
