package app.earmark.teaching.adapter;

import app.earmark.learning.adapter.Spreading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which clips an adapter is fitted on: bounded, so that a fit takes about as long and as much memory for two million
 * clips as for thirty thousand. Of more captions an arbitrary choice, and of each about as many clips.
 */
final class Choice {

    /** So many clips are looked at; some names say nothing, and some are too frequent. */
    static final int MOST_LOOKED_AT = 30_000;

    static final int MOST_CAPTIONS = 10_000;

    /** So many captions are read by the text model, which takes most of the time; of the others only the words count. */
    static final int MOST_READ = 2_000;

    /** Their vectors are in memory at once: 512 and 339 values each, 68 MB. */
    static final int MOST_CLIPS = 20_000;

    private Choice() {}

    static List<CaptionedClip> of(List<CaptionedClip> captioned) {
        Map<String, List<CaptionedClip>> byCaption = new LinkedHashMap<>();
        captioned.forEach(clip -> byCaption
                .computeIfAbsent(clip.captionKey(), key -> new ArrayList<>())
                .add(clip));
        List<String> captions = byCaption.keySet().stream()
                .sorted(Comparator.comparingInt(Spreading::hash).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_CAPTIONS)
                .toList();
        int each = Math.max(2, MOST_CLIPS / Math.max(1, captions.size()));
        List<CaptionedClip> chosen = new ArrayList<>();
        for (String caption : captions) {
            List<CaptionedClip> clips = byCaption.get(caption);
            chosen.addAll(clips.subList(0, Math.min(each, clips.size())));
        }
        return chosen.size() > MOST_CLIPS ? chosen.subList(0, MOST_CLIPS) : chosen;
    }
}
