package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.search.SearchResults;
import app.earmark.search.TypedQuery;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Find clips from a description, from words in their names and metadata, or both.")
final class SearchCommand extends EarmarkSubcommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "TEXT",
            description = "What it sounds like, or what it is called. After -- it may begin with a dash.")
    private List<String> words;

    @Mixin
    private HitLimit limit;

    @Option(
            names = "--mode",
            defaultValue = "hybrid",
            description = "hybrid (default), semantic (sound only) or keyword (words only).")
    private SearchMode mode;

    @Mixin
    private FilterOptions filter;

    SearchCommand(Session session) {
        super(session);
    }

    @Override
    int run(Earmark earmark) throws Exception {
        String text = String.join(" ", words);
        TypedQuery query = earmark.queries().parse(text, filter.toFilter(earmark));
        query.remarks().forEach(session.console()::say);
        SearchRequest request = new SearchRequest(query.text(), mode, query.filter(), limit.value());
        SearchResults found = earmark.searcher().search(request, session.progress());
        new HitPrinter(session).print(earmark, found, nothing(earmark, text));
        return ExitCode.DONE;
    }

    private String nothing(Earmark earmark, String text) {
        return earmark.clips().counts().clips() == 0
                ? "The catalogue is empty; add sounds with: earmark scan FOLDER"
                : String.format(Locale.ROOT, "Nothing found for “%s”.", text);
    }
}
