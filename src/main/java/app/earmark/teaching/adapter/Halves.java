package app.earmark.teaching.adapter;

import app.earmark.learning.adapter.Spreading;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ways to part a library in two, for a trial. */
final class Halves {

    /** Fewer folders make no fair halves. */
    private static final int FEWEST_FOLDERS = 4;

    private Halves() {}

    /** All clips of a name are in one half; which clips are in the first. */
    static boolean[] byName(List<CaptionedClip> clips) {
        boolean[] first = new boolean[clips.size()];
        for (int i = 0; i < first.length; i++) {
            CaptionedClip clip = clips.get(i);
            Set<String> words = new TreeSet<>(clip.name().isEmpty() ? clip.caption() : clip.name());
            first[i] = Spreading.hash(String.join(" ", words)) % 2 == 0;
        }
        return first;
    }

    /** All clips of a folder are in one half; empty where there are too few folders. */
    static boolean[] byFolder(List<CaptionedClip> clips) {
        Map<String, Long> sizes =
                clips.stream().collect(Collectors.groupingBy(CaptionedClip::folder, Collectors.counting()));
        if (sizes.size() < FEWEST_FOLDERS) {
            return new boolean[0];
        }
        List<String> folders = sizes.keySet().stream()
                .sorted(Comparator.comparingInt(Spreading::hash).thenComparing(Comparator.naturalOrder()))
                .toList();
        Set<String> inFirst = new HashSet<>();
        long taken = 0;
        for (String folder : folders) {
            if (2 * (taken + sizes.get(folder)) <= clips.size() + sizes.get(folder)) {
                inFirst.add(folder);
                taken += sizes.get(folder);
            }
        }
        boolean[] first = new boolean[clips.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = inFirst.contains(clips.get(i).folder());
        }
        return first;
    }
}
