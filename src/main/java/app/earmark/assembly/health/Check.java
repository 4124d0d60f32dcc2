package app.earmark.assembly.health;

import app.earmark.assembly.health.Finding.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thing to look at. A check that fails says so in its finding, and keeps no other from running. */
record Check(String subject, String why, Level ifBroken, String remedy, Probe probe) {

    private static final Logger LOG = LoggerFactory.getLogger(Check.class);

    /** Looks, and says what is there; throws when it is not as it should be. */
    @FunctionalInterface
    interface Probe {
        String look() throws Exception;
    }

    /** Something is not as it should be; the message says what. */
    static final class NotWell extends Exception {
        private static final long serialVersionUID = 1L;

        NotWell(String message) {
            super(message);
        }
    }

    Finding run() {
        try {
            return Finding.ok(subject, probe.look(), why);
        } catch (NotWell e) {
            return new Finding(subject, ifBroken, e.getMessage(), why, remedy);
        } catch (Exception | LinkageError e) {
            LOG.warn("the check of {} failed", subject, e);
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Finding(subject, ifBroken, message.lines().findFirst().orElse(""), why, remedy);
        }
    }
}
