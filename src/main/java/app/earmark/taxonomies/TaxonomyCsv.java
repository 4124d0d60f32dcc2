package app.earmark.taxonomies;

import app.earmark.library.AssertionRule;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A taxonomy as CSV: settings in lines of the form {@code # name: value}, comments in lines that begin with {@code ##}, then
 * the columns' names, then a label a line. Prompts are separated by bars; a bar or backslash in one has a backslash before
 * it. Semicolons and tabs may stand for the commas.
 */
final class TaxonomyCsv {

    private static final Pattern SETTING = Pattern.compile("#\\s*([A-Za-z-]+)\\s*:(.*)", Pattern.DOTALL);
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private TaxonomyCsv() {}

    private enum Column {
        LABEL,
        PARENT,
        PROMPTS,
        THRESHOLD,
        HEARABLE;

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Column> of(String title) {
            return Stream.of(values())
                    .filter(column -> column.title().equalsIgnoreCase(title.strip()))
                    .findFirst();
        }
    }

    static Taxonomy read(String text, String name) throws WrongLine {
        TaxonomyDraft draft = new TaxonomyDraft(name);
        char separator = separatorOf(text);
        Map<Column, Integer> columns = null;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                if (row.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns != null) {
                    label(draft, row, columns, separator);
                } else if (row.getField(0).startsWith("#")) {
                    setting(draft, row, separator);
                } else {
                    columns = columns(row);
                }
            }
        } catch (CsvParseException e) {
            throw new WrongLine(0, "this can't be read as CSV; look for a quotation mark without its partner.");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory was not readable", e);
        }
        if (columns == null) {
            throw new WrongLine(0, "there is no line with the columns' names: label,parent,prompts,threshold,hearable");
        }
        return draft.finish();
    }

    /** The first of the possible separators in the line of the columns' names. */
    private static char separatorOf(String text) {
        String titles = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("\"#"))
                .findFirst()
                .orElse("");
        return titles.chars()
                .mapToObj(c -> (char) c)
                .filter(c -> c == ',' || c == ';' || c == '\t')
                .findFirst()
                .orElse(',');
    }

    private static void setting(TaxonomyDraft draft, CsvRecord row, char separator) throws WrongLine {
        long line = row.getStartingLineNumber();
        String text = unquoted(row, separator);
        if (text.startsWith("##")) {
            return;
        }
        Matcher setting = SETTING.matcher(text);
        if (!setting.matches() || !draft.set(line, setting.group(1), decimal(setting, separator))) {
            throw new WrongLine(
                    line,
                    "this is none of the settings taxonomy, active, threshold, top-k, margin and template; begin a comment"
                            + " with ##.");
        }
    }

    /** A value with separators in it may stand without quotation marks, for people write these lines by hand. */
    private static String unquoted(CsvRecord row, char separator) {
        List<String> fields = new ArrayList<>(row.getFields());
        while (fields.size() > 1 && fields.get(fields.size() - 1).isBlank()) {
            fields.remove(fields.size() - 1);
        }
        return String.join(String.valueOf(separator), fields);
    }

    private static String decimal(Matcher setting, char separator) {
        boolean number = setting.group(1).matches("(?i)threshold|margin");
        return number && separator == ';' ? setting.group(2).replace(',', '.') : setting.group(2);
    }

    private static Map<Column, Integer> columns(CsvRecord row) throws WrongLine {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.getFieldCount(); i++) {
            String title = row.getField(i);
            if (title.isBlank()) {
                continue;
            }
            Column column = Column.of(title)
                    .orElseThrow(() -> new WrongLine(
                            row.getStartingLineNumber(),
                            "\"" + title.strip() + "\" is none of the columns label, parent, prompts, threshold and"
                                    + " hearable; rename or remove it."));
            if (columns.put(column, i) != null) {
                throw new WrongLine(row.getStartingLineNumber(), "the column " + column.title() + " is there twice.");
            }
        }
        if (!columns.containsKey(Column.LABEL)) {
            throw new WrongLine(row.getStartingLineNumber(), "there is no column \"label\".");
        }
        return columns;
    }

    private static void label(TaxonomyDraft draft, CsvRecord row, Map<Column, Integer> columns, char separator)
            throws WrongLine {
        for (int i = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
                i < row.getFieldCount();
                i++) {
            if (!row.getField(i).isBlank()) {
                throw new WrongLine(
                        row.getStartingLineNumber(),
                        "there are more cells than columns; put a cell with a \"" + separator
                                + "\" in it into quotation marks.");
            }
        }
        String threshold = cell(row, columns, Column.THRESHOLD);
        draft.label(
                row.getStartingLineNumber(),
                withoutGuard(cell(row, columns, Column.LABEL)),
                withoutGuard(cell(row, columns, Column.PARENT)),
                PromptCell.split(withoutGuard(cell(row, columns, Column.PROMPTS))),
                separator == ';' ? threshold.replace(',', '.') : threshold,
                cell(row, columns, Column.HEARABLE));
    }

    private static String cell(CsvRecord row, Map<Column, Integer> columns, Column column) {
        Integer place = columns.get(column);
        return place == null || place >= row.getFieldCount() ? "" : row.getField(place);
    }

    static String write(Taxonomy taxonomy) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("# taxonomy: " + taxonomy.name());
            csv.writeRecord("# active: " + (taxonomy.active() ? "yes" : "no"));
            AssertionRule rule = taxonomy.rule();
            rule.threshold().ifPresent(threshold -> csv.writeRecord("# threshold: " + threshold));
            rule.topK().ifPresent(topK -> csv.writeRecord("# top-k: " + topK));
            rule.margin().ifPresent(margin -> csv.writeRecord("# margin: " + margin));
            taxonomy.templates().forEach(template -> csv.writeRecord("# template: " + template));
            csv.writeRecord(Stream.of(Column.values()).map(Column::title).toList());
            for (TaxonomyLabel label : taxonomy.labels()) {
                csv.writeRecord(
                        guarded(label.label()),
                        guarded(label.parent().orElse("")),
                        guarded(PromptCell.join(label.prompts())),
                        label.threshold().isPresent()
                                ? Double.toString(label.threshold().getAsDouble())
                                : "",
                        label.heard() ? "yes" : "no");
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be written", e);
        }
        return text.toString();
    }

    /** No spreadsheet is to take a label for a formula. */
    private static String guarded(String text) {
        return LIKE_A_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String withoutGuard(String cell) {
        return cell.startsWith("'") && LIKE_A_FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
