package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.SampleSounds;
import app.earmark.indexing.ScanReport;
import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.progress.Progress;
import app.earmark.search.SearchHit;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Scan, tag and search the bundled sample sounds before your eyes. They become a library.")
final class DemoCommand extends EarmarkSubcommand {

    private static final List<String> QUERIES = List.of(
            "an old wooden door shuts",
            "thunder in the distance",
            "something whooshes past",
            "a bell rings",
            "EARM_DEMO rain");

    DemoCommand(Session session) {
        super(session);
    }

    @Override
    Access access() {
        return Access.CREATE;
    }

    /** The object that this command prints. */
    record Demo(Path folder, ScanCommand.Report scan, List<Search> searches) {}

    record Search(String query, List<HitView> results) {}

    @Override
    int run(Earmark earmark) throws Exception {
        Path folder = earmark.home().demo();
        SampleSounds.unpackTo(folder);
        Console console = session.console();
        console.say("Scanning the sample sounds in " + folder);
        ConsoleProgress progress = session.progress();
        ScanReport report = earmark.scanner().scan(List.of(folder), false, progress);
        progress.clear();
        if (report.cancelled()) {
            console.say("Stopped before the end; earmark demo continues where this one stopped.");
            return ExitCode.CANCELLED;
        }
        ClipFilter samples = ClipFilter.below(folder);
        if (!session.json()) {
            printTags(earmark, earmark.clips().matching(samples), folder);
        }
        List<Search> searches = new ArrayList<>();
        for (String query : QUERIES) {
            var found =
                    earmark.searcher().search(new SearchRequest(query, SearchMode.HYBRID, samples, 3), Progress.NONE);
            searches.add(new Search(query, print(earmark, query, found.hits(), folder)));
        }
        if (session.json()) {
            session.printJson(new Demo(folder, ScanCommand.Report.of(report), searches));
        } else {
            console.say("");
            console.say("Now with your own sounds: earmark scan FOLDER, or start earmark without arguments.");
        }
        return ExitCode.DONE;
    }

    private void printTags(Earmark earmark, List<ClipId> ids, Path folder) {
        Map<ClipId, Clip> clips = earmark.clips().findAll(ids);
        Map<ClipId, ClipTags> tags = earmark.clips().tagsOf(ids);
        session.console().line("Tags:");
        for (ClipId id : ids) {
            session.console()
                    .line("  "
                            + Printable.pad(
                                    folder.relativize(clips.get(id).path()).toString(), 46) + "  "
                            + HitPrinter.describe(tags.getOrDefault(id, ClipTags.NONE)));
        }
    }

    private List<HitView> print(Earmark earmark, String query, List<SearchHit> hits, Path folder) {
        List<ClipId> ids = hits.stream().map(SearchHit::clip).toList();
        Map<ClipId, Clip> clips = earmark.clips().findAll(ids);
        var tags = earmark.clips().tagsOf(ids);
        var packs = earmark.clips().packsOf(ids);
        if (!session.json()) {
            session.console().line("");
            session.console().line("Search: " + query);
            hits.forEach(hit -> session.console()
                    .line("  " + folder.relativize(clips.get(hit.clip()).path())
                            + (hit.matchedWords().isEmpty()
                                    ? ""
                                    : "  (words: " + String.join(", ", hit.matchedWords()) + ")")));
        }
        return hits.stream()
                .map(hit -> HitView.of(
                        hit,
                        clips.get(hit.clip()),
                        tags.getOrDefault(hit.clip(), ClipTags.NONE),
                        Optional.ofNullable(packs.get(hit.clip()))))
                .toList();
    }
}
