package app.earmark.indexing;

import app.earmark.library.ListenedClip;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;

/** Listens to one clip with one pack. Thread-safe. */
public interface ClipListener {

    PackId pack();

    /**
     * Carries the clip from file to vectors and labels. What goes wrong with the file is part of the result.
     *
     * @throws CancelledWork when the person asked to stop; the clip is then as if it had never been begun
     */
    ListenedClip listen(ListenTask clip, Progress progress) throws CancelledWork;
}
