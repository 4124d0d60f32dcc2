package app.earmark.ui.labels;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.taxonomies.TagPreview.Example;
import app.earmark.taxonomies.TagPreview.LabelPreview;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sound of a preview, to be listened to.
 *
 * @param group why it is shown
 */
record Audition(String label, Group group, Clip clip, double score, boolean asserted) {

    enum Group {
        GAINED("would get it"),
        LOST("would lose it"),
        BEST("among the best that have it"),
        BORDERLINE("near the border");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The sounds of one label, each once: what changes first, then the border, then the best. */
    static List<Audition> of(LabelPreview preview, Map<ClipId, Clip> clips) {
        List<Audition> all = new ArrayList<>();
        Set<ClipId> seen = new LinkedHashSet<>();
        add(all, seen, preview, Group.GAINED, preview.gainedExamples(), clips);
        add(all, seen, preview, Group.LOST, preview.lostExamples(), clips);
        add(all, seen, preview, Group.BORDERLINE, preview.borderline(), clips);
        add(all, seen, preview, Group.BEST, preview.best(), clips);
        return all;
    }

    private static void add(
            List<Audition> all,
            Set<ClipId> seen,
            LabelPreview preview,
            Group group,
            List<Example> examples,
            Map<ClipId, Clip> clips) {
        for (Example example : examples) {
            Clip clip = clips.get(example.clip());
            if (clip != null && seen.add(example.clip())) {
                all.add(new Audition(preview.label(), group, clip, example.score(), example.asserted()));
            }
        }
    }
}
