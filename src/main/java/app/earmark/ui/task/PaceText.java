package app.earmark.ui.task;

import app.earmark.progress.Progress;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line about a running phase: {@code Listening 412 of 1,380 · 9.4/s · 2 min left · 1 failed}. */
final class PaceText {

    private PaceText() {}

    static String of(String phase, long done, long total, Progress.Unit unit, long failures, Pace pace) {
        List<String> parts = new ArrayList<>();
        if (total < 0 && done == 0) {
            parts.add(phase + " …");
        } else {
            parts.add(
                    phase + " " + (total < 0 ? amount(done, unit) : amount(done, unit) + " of " + amount(total, unit)));
        }
        pace.itemsPerSecond().ifPresent(rate -> parts.add(rate(rate, unit)));
        if (total > 0 && done < total) {
            pace.secondsLeft(done, total).ifPresent(seconds -> parts.add(ClipText.timeLeft(seconds)));
        }
        if (failures > 0) {
            parts.add(ClipText.count(failures) + " failed");
        }
        return String.join(" · ", parts);
    }

    private static String amount(long number, Progress.Unit unit) {
        return unit == Progress.Unit.BYTES ? ClipText.size(number) : ClipText.count(number);
    }

    private static String rate(double rate, Progress.Unit unit) {
        if (unit == Progress.Unit.BYTES) {
            return ClipText.size(Math.round(rate)) + "/s";
        }
        return String.format(Locale.ROOT, rate < 100 ? "%.1f/s" : "%,.0f/s", rate);
    }
}
