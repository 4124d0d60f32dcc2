package app.earmark.ui.models;

import app.earmark.library.PackId;
import app.earmark.ui.settings.Settings;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast this machine listens with a pack. Remembered in the settings.
 *
 * @param windowSeconds length of a window
 * @param mostWindows most windows of one sound
 * @param labelSeconds what it takes to learn the labels, once
 */
public record ModelSpeed(double windowsPerSecond, double windowSeconds, int mostWindows, double labelSeconds) {

    private static final String PREFIX = "models.speed.";

    static Optional<ModelSpeed> remembered(Settings settings, PackId pack) {
        String[] parts = settings.text(PREFIX + pack, "").split(" ");
        try {
            ModelSpeed speed = new ModelSpeed(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Integer.parseInt(parts[2]),
                    Double.parseDouble(parts[3]));
            return speed.windowsPerSecond > 0 ? Optional.of(speed) : Optional.empty();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    void remember(Settings settings, PackId pack) {
        settings.set(
                PREFIX + pack,
                String.format(
                        Locale.ROOT, "%.3f %.3f %d %.1f", windowsPerSecond, windowSeconds, mostWindows, labelSeconds));
    }

    /** {@code 3.8 windows of 10 s a second (38 × real time)}. */
    String text() {
        return String.format(
                Locale.ROOT,
                windowsPerSecond < 10
                        ? "%.1f windows of %s s a second (%.0f × real time)"
                        : "%.0f windows of %s s a second (%.0f × real time)",
                windowsPerSecond,
                windowSeconds % 1 == 0
                        ? String.format(Locale.ROOT, "%.0f", windowSeconds)
                        : String.format(Locale.ROOT, "%.2f", windowSeconds),
                windowsPerSecond * windowSeconds);
    }

    double secondsFor(ModelService.Amount amount) {
        return labelSeconds + amount.windows() / windowsPerSecond;
    }
}
