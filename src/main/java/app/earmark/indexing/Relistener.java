package app.earmark.indexing;

import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.function.Supplier;

/**
 * Lets a newly chosen pack listen to what other packs have heard, without looking for new files. What other packs made
 * stays. Each clip's record says which packs listened to it, so work that was cancelled or killed goes on where it stopped.
 */
public final class Relistener {

    private final ScanCatalog catalog;
    private final Supplier<PackId> chosen;
    private final Supplier<ClipListener> listeners;
    private final ListeningPass pass;

    /**
     * @param chosen asked each time
     * @param listeners asked each time there is something to listen to, for a listener with the chosen pack
     */
    public Relistener(
            ScanCatalog catalog,
            Supplier<PackId> chosen,
            Supplier<ClipListener> listeners,
            ScanSettings settings,
            StageTimes times) {
        this.catalog = catalog;
        this.chosen = chosen;
        this.listeners = listeners;
        this.pass = new ListeningPass(catalog, settings, times);
    }

    /** How many clips the chosen pack has not heard that another has, and whose files are there. */
    public long due() {
        return catalog.awaitingRelistening(chosen.get()).size();
    }

    /** The report counts what was listened to and what failed; the rest is 0. */
    public ScanReport listen(Progress progress) {
        ScanTally tally = new ScanTally(progress);
        try {
            progress.phase("Loading the model", -1);
            ClipListener listener = listeners.get();
            pass.run(listener, catalog.awaitingRelistening(listener.pack()), tally, progress);
            return tally.report(false);
        } catch (CancelledWork e) {
            return tally.report(true);
        }
    }
}
