package app.earmark.importing;

import app.earmark.export.SheetFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/** A file that was recognised as a sheet, and can be read from its beginning any number of times. */
final class SheetSource {

    /** A workbook's table of shared texts is held in memory. */
    private static final long LARGEST_TEXT_TABLE = 512L << 20;

    private final Path file;
    private final SheetFormat format;
    private final TextEncoding encoding;
    private final Separator.Found separator;
    private final String worksheet;

    private SheetSource(
            Path file, SheetFormat format, TextEncoding encoding, Separator.Found separator, String worksheet) {
        this.file = file;
        this.format = format;
        this.encoding = encoding;
        this.separator = separator;
        this.worksheet = worksheet;
    }

    /**
     * Recognises the file by what is in it, and by its name where that could be several things.
     *
     * @param charset said by the person; empty to find out
     */
    static SheetSource of(Path file, Optional<Charset> charset) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (start.length == 0) {
            throw new IOException("it is empty");
        }
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K') {
            refuseTooLarge(file);
            try (XlsxLines lines = new XlsxLines(file)) {
                return new SheetSource(file, SheetFormat.XLSX, null, null, lines.sheetName());
            }
        }
        if (start.length >= 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            throw new IOException("it is an old .xls workbook, or one with a password; save it as .xlsx without one");
        }
        TextEncoding encoding = charset.isPresent() ? TextEncoding.of(charset.get()) : TextEncoding.detect(file);
        SheetFormat format = textFormat(file, encoding);
        if (format == SheetFormat.JSON || format == SheetFormat.JSON_LINES) {
            return new SheetSource(file, format, encoding, null, "");
        }
        try (Reader reader = encoding.reader(file)) {
            Separator.Found found = Separator.find(reader);
            return new SheetSource(
                    file, found.separator() == '\t' ? SheetFormat.TSV : SheetFormat.CSV, encoding, found, "");
        }
    }

    private static SheetFormat textFormat(Path file, TextEncoding encoding) throws IOException {
        Optional<SheetFormat> named = SheetFormat.of(file);
        if (named.isPresent() && named.get() != SheetFormat.XLSX) {
            return named.get();
        }
        try (Reader reader = encoding.reader(file)) {
            int c = reader.read();
            while (c >= 0 && Character.isWhitespace(c)) {
                c = reader.read();
            }
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return c == '['
                    ? SheetFormat.JSON
                    : c == '{' || name.endsWith(".ndjson") ? SheetFormat.JSON_LINES : SheetFormat.CSV;
        }
    }

    private static void refuseTooLarge(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            var table = zip.getEntry("xl/sharedStrings.xml");
            if (zip.getEntry("content.xml") != null && zip.getEntry("META-INF/manifest.xml") != null) {
                throw new IOException("it is an OpenDocument file; save it as .xlsx or .csv");
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new IOException("it is a zip archive but no .xlsx workbook");
            }
            if (table != null && table.getSize() > LARGEST_TEXT_TABLE) {
                throw new IOException("its texts take more than 512 MB; save it as .csv");
            }
        }
    }

    SheetLines open() throws IOException {
        return switch (format) {
            case XLSX -> new XlsxLines(file);
            case JSON, JSON_LINES -> JsonLines.open(() -> encoding.reader(file), format == SheetFormat.JSON_LINES);
            case CSV, TSV -> {
                Reader reader = encoding.reader(file);
                reader.skip(separator.skipped());
                yield new DelimitedLines(reader, separator.separator());
            }
        };
    }

    /** How the file was understood. */
    String reading() {
        return switch (format) {
            case XLSX -> "Excel workbook, sheet " + worksheet;
            case JSON -> "JSON, " + encoding.name();
            case JSON_LINES -> "JSON Lines, " + encoding.name();
            case TSV -> "tab-separated text, " + encoding.name();
            case CSV -> "CSV, separated by " + separatorName() + ", " + encoding.name();
        };
    }

    private String separatorName() {
        return switch (separator.separator()) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '|' -> "vertical bars";
            default -> "“" + separator.separator() + "”";
        };
    }
}
