package app.earmark.ui.shell;

import app.earmark.ui.task.Background;
import java.time.Duration;

/** Lets a chosen model listen, in the background, to what only another has heard; goes on by itself where it was stopped. */
final class RelistenViewModel {

    /** Lets the window come up first, and the tags. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final WindowParts parts;
    private final ScanViewModel scans;
    private final Background background;

    RelistenViewModel(WindowParts parts, ScanViewModel scans, Background background) {
        this.parts = parts;
        this.scans = scans;
        this.background = background;
    }

    /** Looks, a while after the start, whether there is anything to listen to. */
    void goOnSoon() {
        if (!parts.readOnly()) {
            background.later(PAUSE, this::goOn);
        }
    }

    /** Begins now, if there is anything to listen to. */
    void goOn() {
        if (!parts.readOnly()) {
            background.load(parts.relistening()::due, due -> {
                if (due > 0) {
                    scans.relisten();
                }
            });
        }
    }
}
