package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What several selected clips have in common, and what not.
 *
 * @param held labels that some of them have, those of most clips first
 * @param guessed labels that the model guesses for some and nobody says, those of most clips first
 * @param rejected labels that a person rejected on some
 * @param formats how many clips are of each format
 */
record SelectionSummary(
        List<ClipId> clips,
        List<LabelSpread> held,
        List<LabelSpread> guessed,
        List<LabelSpread> rejected,
        int untagged,
        double seconds,
        long bytes,
        Map<String, Integer> formats) {

    private static final int PAGE = 1_000;

    /** Reads the clips' tags, a page at a time; not for the window's thread. */
    static SelectionSummary of(List<Clip> selected, ClipCatalog catalog, Progress progress) throws CancelledWork {
        List<ClipId> ids = selected.stream().map(Clip::id).toList();
        Map<String, Gathered> labels = new LinkedHashMap<>();
        int untagged = 0;
        for (int from = 0; from < ids.size(); from += PAGE) {
            progress.throwIfCancelled();
            List<ClipId> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            Map<ClipId, ClipTags> tags = catalog.tagsOf(page);
            for (ClipId id : page) {
                ClipTags of = tags.getOrDefault(id, ClipTags.NONE);
                untagged += of.tags().isEmpty() ? 1 : 0;
                gather(id, of, labels);
            }
        }
        List<LabelSpread> all = labels.values().stream().map(Gathered::done).toList();
        Map<String, Integer> formats = new TreeMap<>();
        selected.forEach(clip -> clip.facts().ifPresent(facts -> formats.merge(facts.format(), 1, Integer::sum)));
        return new SelectionSummary(
                ids,
                most(all, LabelSpread::held),
                most(all.stream().filter(spread -> spread.held() == 0).toList(), spread -> spread.guessed()
                        .size()),
                most(all, spread -> spread.rejected().size()),
                untagged,
                selected.stream()
                        .mapToDouble(clip -> clip.facts()
                                .map(facts -> facts.durationSeconds())
                                .orElse(0.0))
                        .sum(),
                selected.stream().mapToLong(clip -> clip.stamp().sizeBytes()).sum(),
                formats);
    }

    private static void gather(ClipId id, ClipTags of, Map<String, Gathered> labels) {
        of.tags().forEach(tag -> at(labels, tag.label(), tag.name())
                .holding
                .computeIfAbsent(tag.source(), source -> new ArrayList<>())
                .add(id));
        of.guesses()
                .forEach(
                        guess -> at(labels, guess.label(), guess.name()).guessed.add(id));
        of.rejected().forEach(label -> at(labels, label, label).rejected.add(id));
    }

    private static Gathered at(Map<String, Gathered> labels, String label, String name) {
        Gathered gathered = labels.computeIfAbsent(TagPrecedence.keyOf(label), key -> new Gathered(label));
        if (!name.equals(label)) {
            gathered.name = name;
        }
        return gathered;
    }

    private static List<LabelSpread> most(List<LabelSpread> spreads, ToIntFunction<LabelSpread> count) {
        return spreads.stream()
                .filter(spread -> count.applyAsInt(spread) > 0)
                .sorted(Comparator.comparing((LabelSpread spread) -> -count.applyAsInt(spread))
                        .thenComparing(LabelSpread::name))
                .toList();
    }

    private static final class Gathered {
        private final String label;
        private final Map<TagSource, List<ClipId>> holding = new EnumMap<>(TagSource.class);
        private final List<ClipId> guessed = new ArrayList<>();
        private final List<ClipId> rejected = new ArrayList<>();
        private String name;

        private Gathered(String label) {
            this.label = label;
            name = label;
        }

        private LabelSpread done() {
            return new LabelSpread(label, name, holding, guessed, rejected);
        }
    }
}
