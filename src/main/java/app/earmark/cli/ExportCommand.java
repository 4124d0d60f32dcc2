package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.export.SheetFormat;
import app.earmark.library.ClipId;
import app.earmark.search.SearchHit;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a tag sheet, a row a clip: .csv, .tsv, .xlsx, .json or .jsonl by the file's extension.")
final class ExportCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "FILE", description = "The sheet to write; an older file of this name is replaced.")
    private Path file;

    @Option(names = "--query", paramLabel = "TEXT", description = "Only clips found by this search, best first.")
    private String query;

    @Option(names = "--mode", defaultValue = "hybrid", description = "As for search: hybrid, semantic or keyword.")
    private SearchMode mode;

    @Option(names = "-n", paramLabel = "N", description = "At most this many clips (all; with --query 20).")
    private Integer limit;

    @Mixin
    private FilterOptions filter;

    ExportCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Exported(Path path, long rows) {}

    @Override
    int run(Earmark earmark) throws Exception {
        Path target = FileLookup.absolute(file);
        if (SheetFormat.of(target).isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "A sheet's name ends in one of " + SheetFormat.choices() + ": " + target);
        }
        ConsoleProgress progress = session.progress();
        long rows = earmark.sheet().write(clips(earmark, progress), target, progress);
        progress.clear();
        if (session.json()) {
            session.printJson(new Exported(target, rows));
        } else {
            session.console().wholeLine(Words.count(rows, "clip", "clips") + " written to " + target);
        }
        return ExitCode.DONE;
    }

    private List<ClipId> clips(Earmark earmark, ConsoleProgress progress) throws Exception {
        if (limit != null && limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "-n takes a number from 1 on, not " + limit + ".");
        }
        if (query == null) {
            List<ClipId> all = earmark.clips().matching(filter.toFilter(earmark));
            return limit == null ? all : all.subList(0, Math.min(limit, all.size()));
        }
        var found = earmark.searcher()
                .search(new SearchRequest(query, mode, filter.toFilter(earmark), limit == null ? 20 : limit), progress);
        found.notice().ifPresent(session.console()::say);
        return found.hits().stream().map(SearchHit::clip).toList();
    }
}
