package app.earmark.search;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;

/** Finds clips. Thread-safe; never called on the UI thread. */
public interface Searcher {

    /** Clips for a description; an older search whose {@code progress} is cancelled ends early. */
    SearchResults search(SearchRequest request, Progress progress) throws CancelledWork;

    /** Clips that sound like this one, which is itself left out; empty while it has no embedding. */
    SearchResults similarTo(ClipId clip, ClipFilter filter, int limit, Progress progress) throws CancelledWork;

    /** Clips that sound like a sound from elsewhere; none, with a notice, if another pack than the current one heard it. */
    SearchResults similarTo(Embedding sound, ClipFilter filter, int limit, Progress progress) throws CancelledWork;

    /** Loads what searches need in the background, so that the first one finds it there. Returns at once. */
    default void warmUp() {}
}
