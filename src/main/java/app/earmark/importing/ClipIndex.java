package app.earmark.importing;

import app.earmark.library.AudioFacts;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The catalogue's clips by path, name and content. Accents count however they are composed; case only among paths. */
final class ClipIndex {

    private static final int CLIPS_A_READ = 1_000;

    /**
     * @param durationSeconds NaN where it is not known
     */
    record Entry(ClipId id, String path, double durationSeconds) {

        String name() {
            return path.substring(path.lastIndexOf(java.io.File.separatorChar) + 1);
        }
    }

    private final Map<String, Entry> byPath = new HashMap<>();
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<String, List<Entry>> byContent = new HashMap<>();

    /** @param withContent whether rows may be matched by content */
    static ClipIndex of(ClipCatalog catalog, boolean withContent, Progress progress) throws CancelledWork {
        ClipIndex index = new ClipIndex();
        List<ClipId> all = catalog.matching(ClipFilter.ALL);
        progress.phase("Looking through the catalogue", all.size());
        for (int from = 0; from < all.size(); from += CLIPS_A_READ) {
            progress.throwIfCancelled();
            List<ClipId> some = all.subList(from, Math.min(from + CLIPS_A_READ, all.size()));
            Map<ClipId, String> hashes = withContent ? catalog.contentHashesOf(some) : Map.of();
            catalog.findAll(some)
                    .forEach((id, clip) -> index.add(
                            new Entry(
                                    id,
                                    clip.path().toString(),
                                    clip.facts()
                                            .map(AudioFacts::durationSeconds)
                                            .orElse(Double.NaN)),
                            hashes.get(id)));
            progress.advanced(from + some.size(), 0);
        }
        return index;
    }

    private void add(Entry entry, String hash) {
        byPath.put(composed(entry.path()), entry);
        byName.computeIfAbsent(nameKey(entry.name()), key -> new ArrayList<>(1)).add(entry);
        if (hash != null) {
            byContent.computeIfAbsent(hash, key -> new ArrayList<>(1)).add(entry);
        }
    }

    Optional<Entry> at(String path) {
        return Optional.ofNullable(byPath.get(composed(path)));
    }

    /** Those whose names are the same; if none is, those that differ in case alone. */
    List<Entry> named(String name) {
        List<Entry> alike = byName.getOrDefault(nameKey(name), List.of());
        List<Entry> same = alike.stream()
                .filter(entry -> composed(entry.name()).equals(composed(name)))
                .toList();
        return same.isEmpty() ? alike : same;
    }

    List<Entry> withContent(String hash) {
        return byContent.getOrDefault(hash.toLowerCase(Locale.ROOT), List.of());
    }

    private static String nameKey(String name) {
        return composed(name).toLowerCase(Locale.ROOT);
    }

    private static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
