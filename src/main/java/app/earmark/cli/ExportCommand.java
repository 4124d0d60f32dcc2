package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.export.SheetFormat;
import app.earmark.export.VectorFile;
import app.earmark.library.ClipId;
import app.earmark.library.PackId;
import app.earmark.search.SearchHit;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.search.TypedQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write a tag sheet, a row a clip: .csv, .tsv, .xlsx, .json or .jsonl by the file's extension; or the"
                        + " sounds' vectors for other programs: .npy, with a .csv of clips and times beside it.")
final class ExportCommand extends EarmarkSubcommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The sheet to write; an older file of this name is replaced.")
    private Path file;

    @Option(names = "--query", paramLabel = "TEXT", description = "Only clips found by this search, best first.")
    private String query;

    @Option(names = "--mode", defaultValue = "hybrid", description = "As for search: hybrid, semantic or keyword.")
    private SearchMode mode;

    @Option(names = "-n", paramLabel = "N", description = "At most this many clips (all; with --query 20).")
    private Integer limit;

    @Option(names = "--windows", description = "With .npy: a row for each part of a clip that was listened to.")
    private boolean windows;

    @Option(
            names = "--pack",
            paramLabel = "ID@VERSION",
            description = "With .npy: the model pack whose vectors are written; by default the one searches use.")
    private String pack;

    @Mixin
    private ColumnOptions columns;

    @Mixin
    private FilterOptions filter;

    ExportCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Exported(Path path, long rows) {}

    /** The object that an export of vectors prints. */
    record ExportedVectors(Path path, Path table, long rows, long clips, String pack) {}

    @Override
    int run(Earmark earmark) throws Exception {
        columns.manage(earmark, session);
        if (file == null) {
            if (!columns.aboutPresets()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "Which file? A sheet's name ends in one of " + SheetFormat.choices() + ", .npy.");
            }
            columns.print(earmark, session);
            return ExitCode.DONE;
        }
        Path target = FileLookup.absolute(file);
        if (VectorFile.is(target) && columns.chosen()) {
            throw new CommandFailure(ExitCode.USAGE, "--preset and --columns are for sheets, not for " + target);
        }
        if (VectorFile.is(target)) {
            return exportVectors(earmark, target);
        }
        if (SheetFormat.of(target).isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "A sheet's name ends in one of " + SheetFormat.choices() + ", .npy: " + target);
        }
        if (windows || pack != null) {
            throw new CommandFailure(ExitCode.USAGE, "--windows and --pack are for a .npy file, not for " + target);
        }
        ConsoleProgress progress = session.progress();
        long rows = earmark.sheet().write(clips(earmark, progress), columns.columns(earmark), target, progress);
        progress.clear();
        if (session.json()) {
            session.printJson(new Exported(target, rows));
        } else {
            session.console().wholeLine(Words.count(rows, "clip", "clips") + " written to " + target);
        }
        return ExitCode.DONE;
    }

    private int exportVectors(Earmark earmark, Path target) throws Exception {
        PackId of = pack == null ? earmark.servingPack().id() : packNamed(earmark);
        ConsoleProgress progress = session.progress();
        List<ClipId> clips = clips(earmark, progress);
        VectorFile.Written written = earmark.vectors()
                .write(clips, of, windows ? VectorFile.Rows.WINDOWS : VectorFile.Rows.CLIPS, target, progress);
        progress.clear();
        if (written.clips() < clips.size()) {
            session.console()
                    .say("Left out, having no vector of " + of + ": "
                            + Words.count(clips.size() - written.clips(), "clip", "clips") + ".");
        }
        if (session.json()) {
            session.printJson(
                    new ExportedVectors(target, written.table(), written.rows(), written.clips(), of.toString()));
        } else {
            session.console()
                    .wholeLine(Words.count(written.rows(), "vector", "vectors") + " of " + of + " written to " + target
                            + ", and what they are of to " + written.table());
        }
        return ExitCode.DONE;
    }

    private PackId packNamed(Earmark earmark) {
        Set<PackId> known = earmark.embeddings().coverage().keySet();
        return known.stream()
                .filter(id -> id.toString().equals(pack))
                .findFirst()
                .orElseThrow(() -> CommandFailure.notFound("The catalogue has no vectors of " + pack
                        + (known.isEmpty()
                                ? "."
                                : "; it has those of "
                                        + known.stream()
                                                .map(PackId::toString)
                                                .sorted()
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    private List<ClipId> clips(Earmark earmark, ConsoleProgress progress) throws Exception {
        if (limit != null && limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "-n takes a number from 1 on, not " + limit + ".");
        }
        if (query == null) {
            List<ClipId> all = earmark.clips().matching(filter.toFilter(earmark));
            return limit == null ? all : all.subList(0, Math.min(limit, all.size()));
        }
        TypedQuery typed = earmark.queries().parse(query, filter.toFilter(earmark));
        typed.remarks().forEach(session.console()::say);
        var found = earmark.searcher()
                .search(new SearchRequest(typed.text(), mode, typed.filter(), limit == null ? 20 : limit), progress);
        found.notice().ifPresent(session.console()::say);
        return found.hits().stream().map(SearchHit::clip).toList();
    }
}
