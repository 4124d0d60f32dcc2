package app.earmark.cli;

import app.earmark.learning.adapter.HeldOut;
import app.earmark.teaching.adapter.AdapterReport;
import app.earmark.teaching.adapter.AdapterStatus;

/**
 * The object that {@code adapter} prints.
 *
 * @param version null while there was no fit
 * @param names null while there was no fit
 */
record AdapterView(
        String pack,
        boolean used,
        boolean outdated,
        Integer version,
        String at,
        Integer clips,
        Integer captions,
        Integer looked,
        Integer nameless,
        Trial names,
        Trial folders,
        Double seconds,
        String sentence) {

    /** @param adapted of so many names, how many the ten best clips answered with the adapter */
    record Trial(int names, int plain, int adapted) {

        private static Trial of(HeldOut heldOut) {
            return new Trial(heldOut.names(), heldOut.plain(), heldOut.adapted());
        }
    }

    static AdapterView of(AdapterStatus status) {
        if (status.fitted().isEmpty()) {
            return new AdapterView(
                    status.pack().toString(),
                    false,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    status.sentence());
        }
        AdapterStatus.Fitted fitted = status.fitted().get();
        AdapterReport report = fitted.report();
        return new AdapterView(
                status.pack().toString(),
                report.used(),
                status.outdated(),
                fitted.version(),
                fitted.at().toString(),
                report.clips(),
                report.captions(),
                report.looked(),
                report.nameless(),
                Trial.of(report.names()),
                report.folders().names() == 0 ? null : Trial.of(report.folders()),
                report.seconds(),
                status.sentence());
    }

    static void print(Session session, AdapterStatus status) {
        if (session.json()) {
            session.printJson(of(status));
            return;
        }
        Console console = session.console();
        console.line(status.pack() + ": " + status.sentence());
        status.fitted().ifPresent(fitted -> {
            AdapterReport report = fitted.report();
            console.line(String.format(
                    java.util.Locale.ROOT,
                    "Version %d, learnt from %s with %,d different names, in %.0f s; of %,d names looked at, %,d say"
                            + " nothing.",
                    fitted.version(),
                    Words.count(report.clips(), "clip", "clips"),
                    report.captions(),
                    report.seconds(),
                    report.looked(),
                    report.nameless()));
        });
        if (status.outdated()) {
            console.say("Much has changed since; learn again with: earmark adapter fit");
        }
    }
}
