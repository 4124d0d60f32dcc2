package app.earmark.ui.inspector;

import app.earmark.library.ClipId;
import app.earmark.library.TagSource;
import java.util.List;
import java.util.Map;

/**
 * How a label is spread over the selected clips.
 *
 * @param name the label for people
 * @param holding clips that have it, by who says so
 * @param guessed clips for which the model only guesses it
 * @param rejected clips on which a person rejected it
 */
record LabelSpread(
        String label, String name, Map<TagSource, List<ClipId>> holding, List<ClipId> guessed, List<ClipId> rejected) {

    LabelSpread {
        holding = Map.copyOf(holding);
        guessed = List.copyOf(guessed);
        rejected = List.copyOf(rejected);
    }

    /** How many clips have it. */
    int held() {
        return holding.values().stream().mapToInt(List::size).sum();
    }

    /** Clips on which {@code source} says so. */
    List<ClipId> by(TagSource source) {
        return holding.getOrDefault(source, List.of());
    }

    /** Clips that have it, though no person said so. */
    List<ClipId> unconfirmed() {
        return holding.entrySet().stream()
                .filter(entry -> entry.getKey() != TagSource.PERSON)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    List<ClipId> all() {
        return holding.values().stream().flatMap(List::stream).toList();
    }

    /** Whoever says so for most of them. */
    TagSource mostly() {
        return holding.entrySet().stream()
                .max(java.util.Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(TagSource.MODEL);
    }
}
