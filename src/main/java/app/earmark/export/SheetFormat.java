package app.earmark.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of sheet, told apart by the extension of the file to write. */
public enum SheetFormat {
    CSV("csv"),
    TSV("tsv"),
    XLSX("xlsx"),
    JSON("json"),
    JSON_LINES("jsonl");

    private final String extension;

    SheetFormat(String extension) {
        this.extension = extension;
    }

    /** Extension without the dot. */
    public String extension() {
        return extension;
    }

    /** The format that the file's extension asks for. */
    public static Optional<SheetFormat> of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    /** All extensions for a sentence: {@code .csv, .tsv, …}. */
    public static String choices() {
        return Arrays.stream(values()).map(f -> "." + f.extension).collect(Collectors.joining(", "));
    }
}
