package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.Heard;
import app.earmark.library.Clip;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.search.SearchResults;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = "Find clips that sound like a file, which need not be in the catalogue.")
final class SimilarCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "FILE", description = "A sound file.")
    private Path file;

    @Mixin
    private HitLimit limit;

    @Mixin
    private FilterOptions filter;

    SimilarCommand(Session session) {
        super(session);
    }

    @Override
    int run(Earmark earmark) throws Exception {
        Optional<Clip> clip = new FileLookup(earmark).find(file);
        SearchResults found = clip.isPresent() && clip.get().state() == ClipState.EMBEDDED
                ? earmark.searcher()
                        .similarTo(clip.get().id(), filter.toFilter(earmark), limit.value(), session.progress())
                : toHeard(earmark, clip);
        new HitPrinter(session)
                .print(earmark, found, "Nothing to compare it with yet; add sounds with: earmark scan FOLDER");
        return ExitCode.DONE;
    }

    private SearchResults toHeard(Earmark earmark, Optional<Clip> itself) throws Exception {
        Path path = FileLookup.requireFile(file);
        Heard heard = earmark.queryListener().listen(path);
        Embedding sound = heard.embedding()
                .orElseThrow(
                        () -> CommandFailure.couldNot(path + " holds only silence, and nothing sounds like silence."));
        SearchResults found =
                earmark.searcher().similarTo(sound, filter.toFilter(earmark), limit.value() + 1, session.progress());
        return new SearchResults(
                found.hits().stream()
                        .filter(hit -> itself.isEmpty()
                                || !hit.clip().equals(itself.get().id()))
                        .limit(limit.value())
                        .toList(),
                found.total(),
                found.notice(),
                found.pack());
    }
}
