package app.earmark.assembly.health;

/**
 * What one check found.
 *
 * @param subject what was looked at, such as {@code "FFmpeg"}
 * @param detail what is there, in a few words
 * @param why what it is needed for
 * @param remedy how to get it; empty when nothing is missing
 */
public record Finding(String subject, Level level, String detail, String why, String remedy) {

    /** How much a finding matters. */
    public enum Level {
        /** There and working. */
        OK,
        /** Missing; the rest works without it. */
        OPTIONAL_MISSING,
        /** Missing or broken, and Earmark can't do its work. */
        MISSING
    }

    static Finding ok(String subject, String detail, String why) {
        return new Finding(subject, Level.OK, detail, why, "");
    }
}
