package app.earmark.importing;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a sheet, one after the other. */
interface SheetLines extends Closeable {

    /**
     * The next row, with the headings as the first of those that have them in the sheet; null behind the last.
     *
     * @throws IOException with the reason as the end of a sentence, if the sheet is damaged from here on
     */
    SheetLine next() throws IOException;
}
