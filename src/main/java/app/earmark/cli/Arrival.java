package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.embed.UnusablePack;
import app.earmark.library.PackId;
import app.earmark.modelhub.ShelvedPack;
import java.nio.file.Path;

/** Tells of a pack that is on the shelf now, and puts it to use if that was asked for. */
final class Arrival {

    private final Session session;
    private final Earmark earmark;

    Arrival(Session session, Earmark earmark) {
        this.session = session;
        this.earmark = earmark;
    }

    /** The object that {@code model get} and {@code model import} print. */
    record Arrived(String pack, String name, Path folder, long sizeBytes, boolean inUse) {}

    int report(ShelvedPack pack, boolean use) throws UnusablePack {
        PackId id = pack.description().packId();
        if (use) {
            earmark.use(id);
        }
        boolean inUse = use || earmark.packs().isInUse(id);
        if (session.json()) {
            session.printJson(new Arrived(
                    id.toString(), pack.description().name(), pack.folder().orElse(null), pack.sizeBytes(), inUse));
            return ExitCode.DONE;
        }
        session.console().wholeLine(id + "  " + pack.description().name() + ", " + Words.megabytes(pack.sizeBytes()));
        session.console()
                .say(
                        inUse
                                ? "It is in use; earmark scan lets it listen to your sounds."
                                : "To put it to use: earmark model use " + id);
        return ExitCode.DONE;
    }
}
