package app.earmark.cli;

import app.earmark.progress.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress on standard error: a line that is rewritten on a terminal, otherwise a line now and then, so that a log is not
 * flooded. Once the person interrupts, it says so to the work.
 */
final class ConsoleProgress implements Progress {

    private static final long LIVE_NANOS = 200_000_000L;
    private static final long LOG_NANOS = 10_000_000_000L;

    private final Console console;
    private final Interruption interruption;
    private final LongSupplier nanos;
    private String phase = "";
    private long total = -1;
    private Unit unit = Unit.ITEMS;
    private long before = -1;
    private long began;
    private long lastShown;
    private int shownLength;

    ConsoleProgress(Console console, Interruption interruption, LongSupplier nanos) {
        this.console = console;
        this.interruption = interruption;
        this.nanos = nanos;
    }

    @Override
    public synchronized void phase(String name, long items) {
        phase(name, items, Unit.ITEMS);
    }

    @Override
    public synchronized void phase(String name, long amount, Unit counted) {
        clear();
        phase = name;
        total = amount;
        unit = counted;
        before = -1;
        began = nanos.getAsLong();
        lastShown = began;
    }

    @Override
    public synchronized void advanced(long done, long failed) {
        before = before < 0 ? done : before;
        long now = nanos.getAsLong();
        if (now - lastShown < (console.live() ? LIVE_NANOS : LOG_NANOS)) {
            return;
        }
        lastShown = now;
        String line = describe(done, failed, (now - began) / 1e9);
        if (console.live()) {
            console.err().print("\r" + Printable.pad(line, shownLength));
            console.err().flush();
            shownLength = line.length();
        } else {
            console.say(line);
        }
    }

    /**
     * Such as {@code Listening 120 of 4,000, 35.2/s, 1 min 50 s left, 3 failed} or {@code Downloading laion/clap-htsat-fused
     * 120 of 617 MB, 5.2 MB/s, 1 min 35 s left}.
     */
    String describe(long done, long failed, double seconds) {
        return unit == Unit.BYTES ? describeBytes(done, seconds) : describeItems(done, failed, seconds);
    }

    /** What an earlier download left counts as done, but not as fast. */
    private String describeBytes(long done, double seconds) {
        StringBuilder line = new StringBuilder(phase)
                .append(String.format(Locale.ROOT, " %,d of %,d MB", done / 1_000_000, total / 1_000_000));
        double rate = seconds > 0 ? (done - Math.max(0, before)) / seconds : 0;
        if (rate > 0) {
            line.append(String.format(Locale.ROOT, ", %.1f MB/s, ", rate / 1e6))
                    .append(Words.timeLeft(Math.max(0, total - done) / rate))
                    .append(" left");
        }
        return line.toString();
    }

    private String describeItems(long done, long failed, double seconds) {
        StringBuilder line = new StringBuilder(phase).append(String.format(Locale.ROOT, " %,d", done));
        if (total >= 0) {
            line.append(String.format(Locale.ROOT, " of %,d", total));
        }
        double rate = seconds > 0 ? done / seconds : 0;
        if (rate > 0) {
            line.append(String.format(Locale.ROOT, rate < 100 ? ", %.1f/s" : ", %,.0f/s", rate));
            if (total > done) {
                line.append(", ").append(Words.timeLeft((total - done) / rate)).append(" left");
            }
        }
        if (failed > 0) {
            line.append(String.format(Locale.ROOT, ", %,d failed", failed));
        }
        return line.toString();
    }

    @Override
    public synchronized void note(String sentence) {
        clear();
        console.say(sentence);
    }

    /** Removes the live line, before something else is printed. */
    synchronized void clear() {
        if (shownLength > 0) {
            console.err().print("\r" + " ".repeat(shownLength) + "\r");
            console.err().flush();
            shownLength = 0;
        }
    }

    @Override
    public boolean isCancelled() {
        return interruption.requested();
    }
}
