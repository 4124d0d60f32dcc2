package app.earmark.importing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as some program wrote it: seconds, {@code m:ss} or {@code h:mm:ss}, with or without a fraction.
 *
 * @param tolerance how far another value may be away: half a unit of the last place, at least 20 ms; programs cut as well
 *     as round, so a whole second for whole seconds
 */
record SheetDuration(double seconds, double tolerance) {

    private static final Pattern FORM = Pattern.compile(
            "(?:(?:(\\d+):)?(\\d+):)?(\\d+)(?:[.,](\\d+))?\\s*(ms|s|sec|seconds)?", Pattern.CASE_INSENSITIVE);

    static Optional<SheetDuration> parse(String text) {
        Matcher found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String fraction = found.group(4) == null ? "" : found.group(4);
        double seconds = number(found.group(1)) * 3600
                + number(found.group(2)) * 60
                + Double.parseDouble(found.group(3) + "." + (fraction.isEmpty() ? "0" : fraction));
        boolean millis = "ms".equalsIgnoreCase(found.group(5));
        double place = Math.pow(10, -fraction.length()) / (millis ? 1000 : 1);
        return Optional.of(new SheetDuration(millis ? seconds / 1000 : seconds, Math.max(0.02, place)));
    }

    private static double number(String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    boolean fits(double otherSeconds) {
        return Math.abs(seconds - otherSeconds) <= tolerance + 1e-6;
    }
}
