package app.earmark.ui.browser;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** What results can be ordered by, other than their rank. Clips without the fact come first. */
enum SortKey {
    NAME(Comparator.comparing(Clip::fileName, String.CASE_INSENSITIVE_ORDER)),
    FOLDER(Comparator.comparing(clip -> String.valueOf(clip.path().getParent()), String.CASE_INSENSITIVE_ORDER)),
    DURATION(byFact(AudioFacts::durationSeconds)),
    FORMAT(Comparator.comparing(clip -> clip.facts().map(AudioFacts::format).orElse(""))),
    RATE(byFact(AudioFacts::sampleRateHz)),
    CHANNELS(byFact(AudioFacts::channels)),
    BITS(byFact(facts -> facts.bitDepth().orElse(0)));

    private final Comparator<Clip> order;

    SortKey(Comparator<Clip> order) {
        this.order = order;
    }

    Comparator<Clip> order(boolean descending) {
        return descending ? order.reversed() : order;
    }

    private static Comparator<Clip> byFact(ToDoubleFunction<AudioFacts> fact) {
        return Comparator.comparingDouble(
                clip -> clip.facts().map(fact::applyAsDouble).orElse(-1.0));
    }
}
