package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.search.SearchHit;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which clips a command is about: files and folders, what a search finds, what filters let pass, or what does all of it. */
final class ClipChoice {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files in the catalogue, or folders of them. After -- a name may begin with a dash.")
    private List<Path> paths = List.of();

    @Option(names = "--query", paramLabel = "TEXT", description = "Only clips found by this search.")
    private String query;

    @Option(names = "--mode", defaultValue = "hybrid", description = "As for search: hybrid, semantic or keyword.")
    private SearchMode mode;

    @Option(names = "-n", paramLabel = "N", description = "At most this many clips (all; with --query 20).")
    private Integer limit;

    @Mixin
    private FilterOptions filter;

    /**
     * In the order of the hits, or by library and path; never everything for want of a choice.
     *
     * @throws CommandFailure with exit code 2 if nothing was chosen, with 3 if a path is not in the catalogue
     */
    Collection<ClipId> clips(Earmark earmark, Session session) throws Exception {
        if (limit != null && limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "-n takes a number from 1 on, not " + limit + ".");
        }
        ClipFilter passes = filter.toFilter(earmark);
        if (paths.isEmpty() && query == null && passes.isAll()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Name files or folders, or choose with --query or a filter, such as --folder DIR.");
        }
        Set<ClipId> chosen =
                new LinkedHashSet<>(query == null ? earmark.clips().matching(passes) : found(earmark, session, passes));
        if (!paths.isEmpty()) {
            Set<ClipId> named = named(earmark);
            if (query == null && passes.isAll()) {
                chosen = named;
            } else {
                chosen.retainAll(named);
            }
        }
        return limit == null ? chosen : chosen.stream().limit(limit).toList();
    }

    private List<ClipId> found(Earmark earmark, Session session, ClipFilter passes) throws Exception {
        ConsoleProgress progress = session.progress();
        var found =
                earmark.searcher().search(new SearchRequest(query, mode, passes, limit == null ? 20 : limit), progress);
        progress.clear();
        found.notice().ifPresent(session.console()::say);
        return found.hits().stream().map(SearchHit::clip).toList();
    }

    private Set<ClipId> named(Earmark earmark) {
        Set<ClipId> clips = new LinkedHashSet<>();
        for (Path path : paths) {
            Path recorded = new FileLookup(earmark).requireRecorded(path);
            earmark.clips().findByPath(recorded).map(Clip::id).ifPresent(clips::add);
            clips.addAll(earmark.clips().matching(ClipFilter.below(recorded)));
        }
        return clips;
    }
}
