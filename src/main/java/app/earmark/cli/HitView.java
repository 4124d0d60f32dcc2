package app.earmark.cli;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipTags;
import app.earmark.library.PackId;
import app.earmark.search.SearchHit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A hit as JSON has it; what is not known of a clip yet is null. */
record HitView(
        Path path,
        double score,
        Double similarity,
        OptionalDouble nameLikeness,
        List<String> matched,
        OptionalDouble startSeconds,
        Double durationSeconds,
        Integer sampleRate,
        Integer channels,
        Integer bitDepth,
        String format,
        boolean offline,
        String pack,
        List<TagView> tags,
        List<GuessView> guesses) {

    static HitView of(SearchHit hit, Clip clip, ClipTags tags, Optional<PackId> pack) {
        Optional<AudioFacts> facts = clip.facts();
        return new HitView(
                clip.path(),
                hit.score(),
                hit.similarity().isPresent() ? hit.similarity().getAsDouble() : null,
                hit.nameLikeness(),
                hit.matchedWords(),
                hit.startSeconds(),
                facts.map(AudioFacts::durationSeconds).orElse(null),
                facts.map(AudioFacts::sampleRateHz).orElse(null),
                facts.map(AudioFacts::channels).orElse(null),
                facts.filter(f -> f.bitDepth().isPresent())
                        .map(f -> f.bitDepth().getAsInt())
                        .orElse(null),
                facts.map(AudioFacts::format).orElse(null),
                FileLookup.isAway(clip),
                pack.map(PackId::toString).orElse(null),
                TagView.of(tags.tags()),
                GuessView.of(tags.guesses()));
    }
}
