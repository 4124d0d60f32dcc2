package app.earmark.export;

/** What stands in one cell of a sheet. */
sealed interface Cell {

    Cell EMPTY = new Empty();

    /** Text, or {@link #EMPTY} for none. */
    static Cell text(String text) {
        return text == null || text.isEmpty() ? EMPTY : new Text(text);
    }

    static Cell number(double value) {
        return Double.isFinite(value) ? new Numeric(value) : EMPTY;
    }

    record Empty() implements Cell {}

    record Text(String value) implements Cell {

        /** The text as a spreadsheet may be given it. */
        String safeInSpreadsheets() {
            return FormulaGuard.on(value);
        }
    }

    record Numeric(double value) implements Cell {

        boolean isWhole() {
            return value == Math.rint(value) && Math.abs(value) < 1e15;
        }

        /** Plain digits with a point, whatever the locale: {@code 48000}, {@code 2.5}. */
        String plain() {
            return isWhole()
                    ? Long.toString((long) value)
                    : new java.math.BigDecimal(Double.toString(value)).toPlainString();
        }
    }
}
