package app.earmark;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.health.Doctor;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens the window, and says in a sentence why it can't be opened. By name, so that nothing here loads JavaFX early. */
final class WindowStart {

    static final String PACKAGES = "apt-get install -y --no-install-recommends libgtk-3-0 libxtst6 libgl1 libxxf86vm1"
            + " libpangoft2-1.0-0 fonts-dejavu-core libasound2";

    private static final String WINDOW = "app.earmark.ui.EarmarkWindow";

    private WindowStart() {}

    /** Returns when the window was closed; with a sentence when it did not open. */
    static Optional<String> open(EarmarkHome home) {
        PrintStream standardError = LoggedStream.replaceStandardError();
        try {
            Class.forName(WINDOW).getMethod("open", EarmarkHome.class).invoke(null, home);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return failed(e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            return failed(e);
        } finally {
            System.setErr(standardError);
        }
    }

    private static Optional<String> failed(Throwable cause) {
        org.slf4j.LoggerFactory.getLogger(WindowStart.class).error("the window did not open", cause);
        return Optional.of(sentence(cause));
    }

    /** What to tell the person; looks through the causes, since JavaFX wraps the telling one. */
    static String sentence(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Unable to open DISPLAY")) {
                return "Earmark found no display to open its window on. Start it in a desktop session, or use the command"
                        + " line: earmark --help";
            }
            if (cause instanceof UnsatisfiedLinkError
                    || message.toLowerCase(Locale.ROOT).contains("no fonts")
                    || message.contains(".so")
                    || message.contains("No toolkit found")
                    || message.contains("Unable to load")) {
                return "The window needs libraries that this system lacks (" + lacking(firstLine(message))
                        + "). On Debian, install them with: " + PACKAGES;
            }
        }
        return "The window could not be opened (" + firstLine(String.valueOf(thrown.getMessage()))
                + "). The log has the details; earmark doctor says what is missing.";
    }

    private static String lacking(String otherwise) {
        List<String> packages = Doctor.missingWindowPackages();
        return packages.isEmpty() ? otherwise : String.join(", ", packages);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
