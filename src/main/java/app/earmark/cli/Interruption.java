package app.earmark.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * The person pressed Ctrl-C (or the system asked the process to end): the work is asked to stop where it can be taken up
 * again. A second time ends the process at once, which loses nothing that was stored.
 */
public final class Interruption {

    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

    private final AtomicBoolean requested = new AtomicBoolean();

    /** Listens to the process's signals from now on. */
    public static Interruption ofProcess(Console console) {
        Interruption interruption = new Interruption();
        for (String name : List.of("INT", "TERM")) {
            try {
                Signal.handle(new Signal(name), signal -> interruption.onSignal(console));
            } catch (IllegalArgumentException e) {
                LOG.info("the signal {} is not ours to handle: {}", name, e.getMessage());
            }
        }
        return interruption;
    }

    private void onSignal(Console console) {
        if (request()) {
            console.say("Stopping; press Ctrl-C again to stop at once.");
        } else {
            Runtime.getRuntime().halt(ExitCode.CANCELLED);
        }
    }

    /** Asks for the stop; false if that was asked before. */
    boolean request() {
        return requested.compareAndSet(false, true);
    }

    boolean requested() {
        return requested.get();
    }
}
