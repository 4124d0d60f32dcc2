package app.earmark.ui.shell;

import app.earmark.library.ClipCatalog;
import app.earmark.ui.task.Background;
import java.time.Duration;

/** Notices that the catalogue changed, whoever changed it, by asking for its revision every other second. */
final class CatalogueWatch {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ClipCatalog clips;
    private final Background background;
    private final Runnable changed;
    private long seen = -1;
    private boolean stopped;

    CatalogueWatch(ClipCatalog clips, Background background, Runnable changed) {
        this.clips = clips;
        this.background = background;
        this.changed = changed;
    }

    void start() {
        look();
    }

    void stop() {
        stopped = true;
    }

    private void look() {
        background.load(
                clips::revision,
                revision -> {
                    if (revision != seen) {
                        boolean first = seen == -1;
                        seen = revision;
                        if (!first) {
                            changed.run();
                        }
                    }
                    again();
                },
                failure -> again());
    }

    private void again() {
        if (!stopped) {
            background.later(PAUSE, this::look);
        }
    }
}
