package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.PackUnavailable;
import app.earmark.embed.EncoderFailure;
import app.earmark.progress.CancelledWork;

/** Makes the tags of all clips follow a new label: at once where that takes seconds, else with the next scan. */
final class LabelChange {

    /** Some seconds' work. */
    private static final long MOST_AT_ONCE = 5_000;

    private static final String LATER = " The tags of your sounds follow at the next: earmark scan";

    private final Session session;

    LabelChange(Session session) {
        this.session = session;
    }

    /** Returns the command's {@link ExitCode}. */
    int follow(Earmark earmark) {
        ConsoleProgress progress = session.progress();
        try {
            if (earmark.embeddings().count(earmark.pack().id()) > MOST_AT_ONCE) {
                session.console().say("Your labels changed." + LATER);
            } else {
                earmark.retagger().retag(progress);
            }
            return ExitCode.DONE;
        } catch (EncoderFailure | PackUnavailable e) {
            session.console().say(e.getMessage() + LATER);
            return ExitCode.DONE;
        } catch (CancelledWork e) {
            session.console().say("Your labels are stored." + LATER);
            return ExitCode.CANCELLED;
        } finally {
            progress.clear();
        }
    }
}
