package app.earmark.ui.labels;

import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.taxonomies.TagPreview;
import app.earmark.taxonomies.TagPreview.LabelPreview;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A preview in words: the labels that were changed come first, by their names; then what that does to others. */
final class PreviewWords {

    private static final int MOST_NAMED = 3;

    private PreviewWords() {}

    /** The labels of a preview, those that differ between the two taxonomies first. */
    static List<LabelPreview> changedFirst(TagPreview preview, Taxonomy before, Taxonomy after) {
        Set<String> changed = changed(before, after);
        List<LabelPreview> ordered = new ArrayList<>();
        preview.labels().stream().filter(label -> isIn(changed, label)).forEach(ordered::add);
        preview.labels().stream().filter(label -> !isIn(changed, label)).forEach(ordered::add);
        return ordered;
    }

    static String sentence(TagPreview preview, Taxonomy before, Taxonomy after) {
        if (preview.clips() == 0) {
            return "No sound has been listened to yet, so there is nothing to try this on.";
        }
        String sounds = ClipText.count(preview.clips(), "sound", "sounds");
        if (preview.labels().isEmpty()) {
            return "No tag would change on your " + sounds + ".";
        }
        Set<String> changed = changed(before, after);
        List<LabelPreview> ordered = changedFirst(preview, before, after);
        long meant = ordered.stream().filter(label -> isIn(changed, label)).count();
        if (ordered.size() == 1 || meant == 1) {
            return of(ordered.get(0), sounds) + others(ordered.subList(1, ordered.size()));
        }
        return "Of " + sounds + ": " + ClipText.count(preview.gained(), "tag", "tags") + " more, "
                + ClipText.count(preview.lost()) + " less, over " + ClipText.count(ordered.size(), "label", "labels")
                + ": " + named(ordered) + ".";
    }

    private static Set<String> changed(Taxonomy before, Taxonomy after) {
        Set<TaxonomyLabel> same = new HashSet<>(before.labels());
        same.retainAll(after.labels());
        Set<String> changed = new HashSet<>();
        before.labels().stream().filter(label -> !same.contains(label)).forEach(label -> changed.add(key(label)));
        after.labels().stream().filter(label -> !same.contains(label)).forEach(label -> changed.add(key(label)));
        return changed;
    }

    private static String key(TaxonomyLabel label) {
        return TagPrecedence.keyOf(label.label());
    }

    private static boolean isIn(Set<String> keys, LabelPreview label) {
        return keys.contains(TagPrecedence.keyOf(label.label()));
    }

    private static String of(LabelPreview label, String sounds) {
        TagPreview.PersonsWord word = label.word();
        return label.label() + ": " + label.before() + " → " + label.after() + " of " + sounds + " (" + change(label)
                + ")"
                + (word.confirmed() + word.rejected() == 0
                        ? "."
                        : "; finds " + word.confirmedFound() + " of " + word.confirmed() + " you confirmed, "
                                + word.rejectedFound() + " of " + word.rejected() + " you rejected.");
    }

    private static String others(List<LabelPreview> others) {
        return others.isEmpty()
                ? ""
                : " " + ClipText.count(others.size(), "other label changes", "other labels change") + ": "
                        + named(others) + ".";
    }

    private static String named(List<LabelPreview> labels) {
        return labels.stream()
                        .limit(MOST_NAMED)
                        .map(label -> label.label() + " " + change(label))
                        .collect(Collectors.joining("; "))
                + (labels.size() > MOST_NAMED ? "; …" : "");
    }

    private static String change(LabelPreview label) {
        return "+" + ClipText.count(label.gained()) + ", −" + ClipText.count(label.lost());
    }
}
