package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.PackId;
import app.earmark.search.SearchHit;
import app.earmark.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what a search found: for people two lines a hit, for programs one JSON object. */
final class HitPrinter {

    private final Session session;

    HitPrinter(Session session) {
        this.session = session;
    }

    /** The object that {@code search} and {@code similar} print. */
    record Results(List<HitView> results) {}

    void print(Earmark earmark, SearchResults found, String nothing) {
        found.notice().ifPresent(session.console()::say);
        List<ClipId> ids = found.hits().stream().map(SearchHit::clip).toList();
        Map<ClipId, Clip> clips = earmark.clips().findAll(ids);
        Map<ClipId, ClipTags> tags = earmark.clips().tagsOf(ids);
        List<SearchHit> hits = found.hits().stream()
                .filter(hit -> clips.containsKey(hit.clip()))
                .toList();
        if (session.json()) {
            var packs = earmark.clips().packsOf(ids);
            session.printJson(new Results(hits.stream()
                    .map(hit -> HitView.of(
                            hit,
                            clips.get(hit.clip()),
                            tags.getOrDefault(hit.clip(), ClipTags.NONE),
                            comparedBy(found, hit).or(() -> Optional.ofNullable(packs.get(hit.clip())))))
                    .toList()));
            return;
        }
        if (hits.isEmpty()) {
            session.console().say(nothing);
        }
        int rank = 1;
        for (SearchHit hit : hits) {
            printForPeople(rank++, hit, clips.get(hit.clip()), tags.getOrDefault(hit.clip(), ClipTags.NONE));
        }
    }

    private static Optional<PackId> comparedBy(SearchResults found, SearchHit hit) {
        return hit.similarity().isPresent() ? found.pack() : Optional.empty();
    }

    private void printForPeople(int rank, SearchHit hit, Clip clip, ClipTags tags) {
        String similarity = hit.similarity().isPresent()
                ? String.format(Locale.ROOT, "%5.2f", hit.similarity().getAsDouble())
                : "    –";
        session.console().wholeLine(String.format(Locale.ROOT, "%3d %s  ", rank, similarity) + clip.path());
        List<String> about = new ArrayList<>();
        clip.facts().map(Words::facts).ifPresent(about::add);
        if (FileLookup.isAway(clip)) {
            about.add("offline");
        }
        about.add(describe(tags));
        hit.moment().map(Words::moment).ifPresent(about::add);
        if (!hit.matchedWords().isEmpty()) {
            about.add("words: " + String.join(", ", hit.matchedWords()));
        }
        session.console().line(" ".repeat(11) + String.join("  |  ", about));
    }

    static String describe(ClipTags tags) {
        if (!tags.tags().isEmpty()) {
            return tags.tags().stream().map(Words::tag).collect(Collectors.joining(", "));
        }
        if (tags.guesses().isEmpty()) {
            return "no tags yet";
        }
        return "no confident tag; perhaps "
                + tags.guesses().stream().limit(3).map(Words::guess).collect(Collectors.joining(", "));
    }
}
