package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.EmbeddingCatalog.Coverage;
import app.earmark.library.PackId;
import app.earmark.search.PackSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The pack that searches are served by: the chosen one once it has listened to nearly everything that another has, until
 * then the one with most vectors. Of sounds whose files are away that can't be asked, unless all are.
 */
final class ServingPack implements PackSource {

    /** So few may be missing because their files can't be read any more. */
    private static final double NEARLY_ALL = 0.98;

    private static final long GOOD_FOR_NANOS = 2_000_000_000L;

    private final OpenPacks packs;
    private final Supplier<EmbeddingCatalog> embeddings;
    private final LongSupplier nanoTime;
    private Map<PackId, Coverage> coverage;
    private long readAt;
    private volatile Optional<String> notice = Optional.empty();

    ServingPack(OpenPacks packs, Supplier<EmbeddingCatalog> embeddings, LongSupplier nanoTime) {
        this.packs = packs;
        this.embeddings = embeddings;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<String> notice() {
        return notice;
    }

    @Override
    public ModelPack get() throws EncoderFailure {
        ModelPack chosen = packs.chosen();
        Map<PackId, Coverage> all = coverage();
        Coverage own = all.getOrDefault(chosen.id(), Coverage.NONE);
        List<Map.Entry<PackId, Coverage>> better = all.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(chosen.id()))
                .filter(entry -> !covers(own, entry.getValue()))
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Coverage::reachable)
                        .thenComparingLong(Coverage::clips)
                        .reversed()))
                .toList();
        for (Map.Entry<PackId, Coverage> other : better) {
            Optional<ModelPack> pack = packs.find(other.getKey());
            if (pack.isPresent()) {
                notice = Optional.of(meanwhile(other.getKey(), chosen.id(), own, other.getValue()));
                return pack.get();
            }
        }
        if (better.isEmpty()) {
            notice = Optional.empty();
            return chosen;
        }
        String sentence = gone(better.get(0), chosen.id(), own);
        if (own.clips() == 0) {
            throw new EncoderFailure(sentence, null);
        }
        notice = Optional.of(sentence);
        return chosen;
    }

    private static boolean covers(Coverage own, Coverage other) {
        return other.reachable() > 0
                ? own.reachable() >= NEARLY_ALL * other.reachable()
                : own.clips() >= NEARLY_ALL * other.clips();
    }

    private synchronized Map<PackId, Coverage> coverage() {
        if (coverage == null || nanoTime.getAsLong() - readAt > GOOD_FOR_NANOS) {
            coverage = embeddings.get().coverage();
            readAt = nanoTime.getAsLong();
        }
        return coverage;
    }

    private static String meanwhile(PackId serving, PackId chosen, Coverage own, Coverage other) {
        return String.format(
                Locale.ROOT,
                "Searched with the model pack %s, until %s has listened to your sounds (%,d of %,d so far; the next scan"
                        + " goes on).",
                serving,
                chosen,
                own.clips(),
                other.clips());
    }

    private static String gone(Map.Entry<PackId, Coverage> gone, PackId chosen, Coverage own) {
        return String.format(
                Locale.ROOT,
                "The model pack %s, which listened to your sounds, is no longer there, and %s has listened to %,d of %,d so"
                        + " far; scan to let it listen to the rest.",
                gone.getKey(),
                chosen,
                own.clips(),
                gone.getValue().clips());
    }
}
