package app.earmark.export;

/**
 * The apostrophe before text that a spreadsheet would take for a formula, and its way back. Text that has apostrophes of
 * its own there gets one more, so that taking one away always restores it.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP on formulas in sheets</a>
 */
public final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r\n";

    private FormulaGuard() {}

    /** The text as a spreadsheet may be given it. */
    public static String on(String text) {
        return guardedAt(text) >= 0 ? "'" + text : text;
    }

    /** The text as it was before {@link #on}. */
    public static String off(String cell) {
        return guardedAt(cell) >= 1 ? cell.substring(1) : cell;
    }

    /** How many apostrophes stand before what begins a formula; -1 if nothing does. */
    private static int guardedAt(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0 ? at : -1;
    }
}
