package app.earmark.ui.adapter;

import app.earmark.progress.Progress;
import app.earmark.teaching.adapter.AdapterStatus;

/** Learning from names, for the pack that serves searches; may have to load it first. Never called on the window's thread. */
public interface AdapterService {

    AdapterStatus status() throws Exception;

    /** Throws {@code CancelledWork} when cancelled. */
    AdapterStatus fit(Progress progress) throws Exception;

    AdapterStatus remove() throws Exception;
}
