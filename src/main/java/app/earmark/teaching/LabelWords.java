package app.earmark.teaching;

import app.earmark.learning.Evidence;
import app.earmark.learning.SoundAlike;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Embedding;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import app.earmark.tagging.Tagger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Gathers what there is to learn a label from: the clips a person judged, and unjudged ones of the library at random. Those
 * that a file or its name gives the label to are no counterexamples, so they are left out.
 */
final class LabelWords {

    /** More unjudged clips than these did not help. */
    static final int BACKGROUND = 1000;

    /** A person's words beyond these are sampled, so that a lesson stays below a second. */
    static final int MOST_JUDGED = 5000;

    /** So many sounds are compared with each other to tell takes of one recording. */
    private static final int MOST_COMPARED = 300;

    private final TagCatalog tags;
    private final ClipCatalog clips;

    LabelWords(TagCatalog tags, ClipCatalog clips) {
        this.tags = tags;
        this.clips = clips;
    }

    /** @param judged clip of each judged row */
    record Gathered(Evidence evidence, List<ClipId> judged) {}

    Gathered gather(String label, Tagger tagger, Map<ClipId, Embedding> vectors) {
        Map<ClipId, TagVerdict> verdicts = tags.verdictsOn(label);
        List<ClipId> judged = judged(verdicts, vectors);
        List<ClipId> background = background(label, verdicts, vectors);
        List<ClipId> rows = new ArrayList<>(judged);
        rows.addAll(background);
        float[][] acoustic = new float[rows.size()][];
        double[] similarities = new double[rows.size()];
        boolean[] holds = new boolean[rows.size()];
        for (int i = 0; i < acoustic.length; i++) {
            Embedding clip = vectors.get(rows.get(i));
            acoustic[i] = clip.acoustic();
            similarities[i] = tagger.similarity(label, clip.joint()).orElse(Double.NaN);
            holds[i] = i < judged.size() && verdicts.get(rows.get(i)) == TagVerdict.HOLDS;
        }
        int[] groups = groups(acoustic, judged.size());
        return new Gathered(new Evidence(acoustic, similarities, holds, groups, judged.size()), judged);
    }

    private static List<ClipId> judged(Map<ClipId, TagVerdict> verdicts, Map<ClipId, Embedding> vectors) {
        List<ClipId> judged = new ArrayList<>(verdicts.keySet().stream()
                .filter(vectors::containsKey)
                .sorted(byId())
                .toList());
        Collections.shuffle(judged, new Random(judged.size()));
        return judged.size() > MOST_JUDGED ? judged.subList(0, MOST_JUDGED) : judged;
    }

    private List<ClipId> background(String label, Map<ClipId, TagVerdict> verdicts, Map<ClipId, Embedding> vectors) {
        List<ClipId> unjudged = new ArrayList<>(vectors.keySet());
        unjudged.removeIf(verdicts::containsKey);
        // the same clips in each lesson, as long as the library stays the same
        Collections.shuffle(unjudged, new Random(7));
        List<ClipId> drawn = unjudged.subList(0, Math.min(BACKGROUND, unjudged.size()));
        Map<ClipId, ClipTags> said = clips.tagsOf(drawn);
        return drawn.stream()
                .filter(clip -> !holdsByFile(label, said.getOrDefault(clip, ClipTags.NONE)))
                .toList();
    }

    private static boolean holdsByFile(String label, ClipTags tags) {
        return tags.tags().stream()
                .anyMatch(tag -> tag.source() != TagSource.MODEL
                        && TagPrecedence.keyOf(tag.label()).equals(TagPrecedence.keyOf(label)));
    }

    private static int[] groups(float[][] acoustic, int judged) {
        int[] ofJudged = SoundAlike.groups(Arrays.copyOf(acoustic, judged), MOST_COMPARED);
        int[] groups = Arrays.copyOf(ofJudged, acoustic.length);
        int next = Arrays.stream(ofJudged).max().orElse(-1) + 1;
        for (int i = judged; i < groups.length; i++) {
            groups[i] = next++;
        }
        return groups;
    }

    private static Comparator<ClipId> byId() {
        return Comparator.comparingLong(ClipId::value);
    }
}
