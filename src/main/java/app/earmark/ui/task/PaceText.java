package app.earmark.ui.task;

import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line about a running phase: {@code Listening 412 of 1,380 · 9.4/s · 2 min left · 1 failed}. */
final class PaceText {

    private PaceText() {}

    static String of(String phase, long done, long total, long failures, Pace pace) {
        List<String> parts = new ArrayList<>();
        parts.add(phase + " "
                + (total < 0 ? ClipText.count(done) : ClipText.count(done) + " of " + ClipText.count(total)));
        pace.itemsPerSecond()
                .ifPresent(rate -> parts.add(String.format(Locale.ROOT, rate < 100 ? "%.1f/s" : "%,.0f/s", rate)));
        if (total > 0 && done < total) {
            pace.secondsLeft(done, total).ifPresent(seconds -> parts.add(ClipText.timeLeft(seconds)));
        }
        if (failures > 0) {
            parts.add(ClipText.count(failures) + " failed");
        }
        return String.join(" · ", parts);
    }
}
