package app.earmark.ui.text;

import app.earmark.library.AudioFacts;
import java.util.Locale;
import java.util.OptionalDouble;

/** Facts of a clip in the shape a sound person reads them. */
public final class ClipText {

    private ClipText() {}

    /** {@code 0:03.2} below a minute, {@code 12:07} above, {@code 1:02:07} above an hour. */
    public static String duration(double seconds) {
        if (seconds < 0 || Double.isNaN(seconds)) {
            return "";
        }
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, seconds < 0.095 ? "0:%06.3f" : "0:%04.1f", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** Position in a clip of this length, with tenths: {@code 1:07.4}. */
    public static String position(double seconds) {
        long tenths = Math.max(0, Math.round(seconds * 10));
        long minutes = tenths / 600;
        String rest = String.format(Locale.ROOT, "%02d.%d", tenths / 10 % 60, tenths % 10);
        return minutes < 60
                ? minutes + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", minutes / 60, minutes % 60, rest);
    }

    /** A place in a clip, to the second: {@code 0:20}, {@code 1:02:07}. */
    public static String clock(double seconds) {
        long whole = (long) Math.max(0, seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** {@code 48 kHz}, {@code 44.1 kHz}. */
    public static String rate(int hertz) {
        return kiloHertz(hertz) + " kHz";
    }

    /** {@code 48}, {@code 44.1}, {@code 11.025}. */
    public static String kiloHertz(int hertz) {
        String text = String.format(Locale.ROOT, "%.3f", hertz / 1000.0);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** {@code Mono}, {@code Stereo}, else the number with the usual name of the layout where there is one. */
    public static String channels(int channels) {
        return switch (channels) {
            case 1 -> "Mono";
            case 2 -> "Stereo";
            case 4 -> "4 (quad)";
            case 6 -> "6 (5.1)";
            case 8 -> "8 (7.1)";
            default -> channels + " channels";
        };
    }

    public static String bitDepth(AudioFacts facts) {
        return facts.bitDepth().isPresent() ? facts.bitDepth().getAsInt() + " bit" : "–";
    }

    /** A file's name as one line; names may hold line breaks. */
    public static String oneLine(String name) {
        return name.replaceAll("\\R", " ");
    }

    /** {@code 1,234}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 clip}, {@code 1,234 clips}. */
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** {@code 640 B}, {@code 12.4 kB}, {@code 1.2 GB}; powers of ten, as file managers show it. */
    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /** {@code 40 s left}, {@code 3 min left}, {@code 2 h 5 min left}. */
    public static String timeLeft(double seconds) {
        return timeSpan(seconds) + " left";
    }

    /** {@code 40 s}, {@code 3 min}, {@code 2 h 5 min}. */
    public static String timeSpan(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 90) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** {@code DOORS} as {@code Doors}, {@code FOOD & DRINK} as {@code Food & Drink}. */
    public static String titleCase(String capitals) {
        StringBuilder text = new StringBuilder(capitals.length());
        for (int i = 0; i < capitals.length(); i++) {
            boolean inside = i > 0 && Character.isLetter(capitals.charAt(i - 1));
            char letter = capitals.charAt(i);
            text.append(inside ? Character.toLowerCase(letter) : Character.toUpperCase(letter));
        }
        return text.toString();
    }

    /** A score or similarity in hundredths, {@code 0.62}; a dash where there is none. */
    public static String score(OptionalDouble score) {
        return score.isPresent()
                ? String.format(Locale.ROOT, "%.2f", Math.round(score.getAsDouble() * 100) / 100.0)
                : "–";
    }
}
