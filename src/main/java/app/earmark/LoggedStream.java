package app.earmark;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what libraries print, stack traces among it, to the log, line by line. */
final class LoggedStream extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedStream.class);

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Sends standard error to the log and returns the stream that was there. */
    static PrintStream replaceStandardError() {
        PrintStream before = System.err;
        System.setErr(new PrintStream(new LoggedStream(), true, StandardCharsets.UTF_8));
        return before;
    }

    @Override
    public synchronized void write(int b) {
        if (b != '\n') {
            line.write(b);
            return;
        }
        LOG.info("{}", line.toString(StandardCharsets.UTF_8).stripTrailing());
        line.reset();
    }
}
