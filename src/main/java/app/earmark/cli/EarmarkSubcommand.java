package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import java.util.concurrent.Callable;

/** A command over one catalogue, which is open while it runs and opened no sooner than it is used. */
abstract class EarmarkSubcommand implements Callable<Integer> {

    final Session session;

    EarmarkSubcommand(Session session) {
        this.session = session;
    }

    @Override
    public final Integer call() throws Exception {
        try (Earmark earmark = session.open(access())) {
            if (access() != Access.READ) {
                earmark.cutOff().ifPresent(session.console()::say);
            }
            return run(earmark);
        }
    }

    /** What the command wants of the catalogue; most only read. */
    Access access() {
        return Access.READ;
    }

    /** Does the command's work and returns its {@link ExitCode}. */
    abstract int run(Earmark earmark) throws Exception;
}
