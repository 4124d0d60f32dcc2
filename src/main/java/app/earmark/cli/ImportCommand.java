package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.importing.ColumnMapping;
import app.earmark.importing.ImportField;
import app.earmark.importing.ImportOptions;
import app.earmark.importing.ImportPlan;
import app.earmark.importing.ReadSheet;
import app.earmark.importing.SheetImport;
import app.earmark.library.Edit;
import app.earmark.library.TagCatalog.OwnLabel;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Take tags and texts from a sheet, as your own word and in one step that undo takes back: .csv, .tsv, .txt,"
                        + " .xlsx, .json or .jsonl, Earmark's own or another program's.")
final class ImportCommand extends EarmarkSubcommand {

    private static final int MOST_HEADINGS = 60;
    private static final int LONGEST_HEADING = 40;

    @Parameters(paramLabel = "SHEET", description = "The sheet to read.")
    private Path file;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--map",
            paramLabel = "HEADING=FIELD",
            description = "Take the column under this heading as this field; with nothing after =, pass it over.")
    private List<String> maps = List.of();

    @Option(names = "--fill-gaps", description = "Keep texts and categories that are there; fill only what is empty.")
    private boolean fillGaps;

    @Option(names = "--replace-tags", description = "Let tags that a row does not list cease to hold.")
    private boolean replaceTags;

    @Option(names = "--empty-clears", description = "Let an empty cell empty its field; otherwise it says nothing.")
    private boolean emptyClears;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of a text, such as windows-1252; found out by itself.")
    private String encoding;

    ImportCommand(Session session) {
        super(session);
    }

    @Override
    Access access() {
        return dryRun ? Access.READ : Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) throws Exception {
        Path path = FileLookup.absolute(file);
        if (Files.notExists(path)) {
            throw CommandFailure.notFound("There is no file " + path + ".");
        }
        SheetImport sheets = earmark.sheetImport();
        ReadSheet sheet = sheets.look(path, charset());
        ColumnMapping mapping = mapping(sheet);
        if (!mapping.saysAnything()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "No column of the sheet is one that Earmark knows. Its headings: " + headings(sheet)
                            + ". Name fields for them with --map HEADING=FIELD.");
        }
        ConsoleProgress progress = session.progress();
        ImportPlan plan = sheets.plan(sheet, mapping, new ImportOptions(fillGaps, replaceTags, emptyClears), progress);
        progress.clear();
        List<OwnLabel> before = earmark.tags().ownLabels();
        Optional<Edit> edit = dryRun ? Optional.empty() : sheets.apply(plan);
        int exitCode = edit.isPresent() && !earmark.tags().ownLabels().equals(before)
                ? new LabelChange(session).follow(earmark)
                : ExitCode.DONE;
        new ImportPrinter(session).print(sheet, mapping, plan, dryRun, edit);
        return plan.rows() > 0 && plan.matchedRows() == 0 ? ExitCode.NOT_FOUND : exitCode;
    }

    private ColumnMapping mapping(ReadSheet sheet) {
        ColumnMapping mapping = sheet.proposed();
        for (String map : maps) {
            int equals = map.lastIndexOf('=');
            if (equals < 1) {
                throw new CommandFailure(ExitCode.USAGE, "--map takes HEADING=FIELD, not " + map + ".");
            }
            String heading = map.substring(0, equals).strip();
            String field = map.substring(equals + 1).strip();
            int column = column(sheet, heading);
            mapping = mapping.with(column, field.isEmpty() ? Optional.empty() : Optional.of(field(field)));
        }
        return mapping;
    }

    private static int column(ReadSheet sheet, String heading) {
        for (int i = 0; i < sheet.headings().size(); i++) {
            if (sheet.headings().get(i).equalsIgnoreCase(heading)) {
                return i;
            }
        }
        throw new CommandFailure(
                ExitCode.USAGE, "The sheet has no column " + heading + ". It has: " + headings(sheet) + ".");
    }

    /** So many as a sentence bears: what is no sheet may have headings without end. */
    private static String headings(ReadSheet sheet) {
        String shown = sheet.headings().stream()
                .limit(MOST_HEADINGS)
                .map(heading ->
                        heading.length() > LONGEST_HEADING ? heading.substring(0, LONGEST_HEADING) + "…" : heading)
                .collect(Collectors.joining(", "));
        int others = sheet.headings().size() - MOST_HEADINGS;
        return others > 0 ? shown + " and " + others + " more" : shown;
    }

    private static ImportField field(String name) {
        return ImportField.named(name)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "There is no field " + name + ". There are: "
                                + ImportField.ALL.stream()
                                        .map(ImportField::name)
                                        .collect(Collectors.joining(", ")) + "."));
    }

    private Optional<Charset> charset() {
        try {
            return Optional.ofNullable(encoding)
                    .map(name -> Charset.forName(
                            name.toLowerCase(Locale.ROOT)
                                            .replaceAll("[ _-]", "")
                                            .equals("macroman")
                                    ? "x-MacRoman"
                                    : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "There is no encoding called " + encoding + "; try UTF-8, UTF-16LE, windows-1252 or macroman.");
        }
    }
}
