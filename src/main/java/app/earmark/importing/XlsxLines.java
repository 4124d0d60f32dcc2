package app.earmark.importing;

import app.earmark.export.FormulaGuard;
import app.earmark.export.XlsxText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Rows of one {@linkplain WorkbookSheet sheet} of an Excel workbook. Formulas count as what they last resulted in. */
final class XlsxLines implements SheetLines {

    private final ReadableWorkbook workbook;
    private final WorkbookSheet sheet;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    XlsxLines(Path file) throws IOException {
        workbook = open(file);
        try {
            sheet = WorkbookSheet.of(workbook);
            stream = sheet.sheet().openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** With number formats, to know dates; without where the workbook has none. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    /** Which sheet is read, and which are not. */
    String sheetName() {
        return "“" + sheet.sheet().getName() + "”"
                + (sheet.others().isEmpty()
                        ? ""
                        : sheet.others().stream()
                                .map(name -> "“" + name + "”")
                                .collect(Collectors.joining(", ", " (not read: ", ")")));
    }

    @Override
    public SheetLine next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            List<String> cells = new ArrayList<>();
            List<String> troubles = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                Cell cell = row.getCell(i);
                cells.add(cell == null ? "" : text(cell, troubles));
            }
            return new SheetLine(row.getRowNum(), cells, troubles);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (ExcelReaderException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private String text(Cell cell, List<String> troubles) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case NUMBER -> number(cell);
            case BOOLEAN -> String.valueOf(cell.getValue()).toLowerCase(Locale.ROOT);
            case ERROR -> error(cell, troubles);
            case FORMULA -> result(cell, troubles);
            case STRING -> FormulaGuard.off(XlsxText.unescape(cell.getText()));
        };
    }

    private static String error(Cell cell, List<String> troubles) {
        troubles.add("has an error (" + cell.getRawValue() + ") in " + cell.getAddress() + ", which is taken as empty");
        return "";
    }

    private String result(Cell cell, List<String> troubles) {
        String raw = cell.getRawValue();
        if (raw == null || raw.isEmpty() && !sheet.calculated()) {
            troubles.add("has a formula in " + cell.getAddress()
                    + " whose result is not stored; open and save the workbook in a spreadsheet first");
            return "";
        }
        if (raw.startsWith("#") && raw.equals(raw.toUpperCase(Locale.ROOT)) && raw.matches("#[A-Z0-9/]+[!?]?")) {
            return error(cell, troubles);
        }
        return XlsxText.unescape(raw);
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null && isDate(format)) {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString().replace('T', ' ');
        }
        BigDecimal value = cell.asNumber();
        if (format != null && isTime(format) && value.signum() >= 0) {
            return time(value, letters(format).contains("s"));
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Whether a number format shows a day, by its letters outside of quotes and brackets. */
    static boolean isDate(String format) {
        String letters = letters(format);
        return letters.contains("y") || letters.contains("d") && letters.contains("m");
    }

    /** Whether a number format shows hours or seconds; {@code [h]} goes on counting behind a day. */
    static boolean isTime(String format) {
        return letters(format.replaceAll("(?i)\\[(h+|m+|s+)]", "$1")).matches(".*[hs].*");
    }

    private static String letters(String format) {
        return format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.", "").toLowerCase(Locale.ROOT);
    }

    /** A part of a day as {@code h:mm} or {@code h:mm:ss}, with thousandths where there are any. */
    private static String time(BigDecimal days, boolean seconds) {
        long millis = days.multiply(BigDecimal.valueOf(86_400_000))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        long minutes = millis / 60_000;
        String clock = String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
        if (!seconds) {
            return clock;
        }
        BigDecimal rest = BigDecimal.valueOf(millis % 60_000, 3).stripTrailingZeros();
        return clock + (rest.compareTo(BigDecimal.TEN) < 0 ? ":0" : ":") + rest.toPlainString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
