package app.earmark.learning.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Clips to learn from.
 *
 * @param captions distinct ones
 * @param captionOf index of each clip's caption
 * @param acoustic unit-length vector of each clip, shape [clips][acoustic dimension]
 */
public record CaptionedClips(List<Caption> captions, int[] captionOf, float[][] acoustic) {

    public CaptionedClips {
        captions = List.copyOf(captions);
        if (captionOf.length != acoustic.length) {
            throw new IllegalArgumentException(captionOf.length + " captions of " + acoustic.length + " clips");
        }
    }

    int clips() {
        return captionOf.length;
    }

    boolean isAllRead() {
        return captions.stream().allMatch(Caption::isRead);
    }

    /** Rows of the clips whose caption the text model has read. */
    int[] readRows() {
        return IntStream.range(0, captionOf.length)
                .filter(row -> captions.get(captionOf[row]).isRead())
                .toArray();
    }

    /** The clips at these rows. */
    CaptionedClips at(int[] rows) {
        Map<Integer, Integer> indexOf = new HashMap<>();
        List<Caption> some = new ArrayList<>();
        int[] someOf = new int[rows.length];
        float[][] vectors = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            int caption = captionOf[rows[i]];
            if (indexOf.putIfAbsent(caption, some.size()) == null) {
                some.add(captions.get(caption));
            }
            someOf[i] = indexOf.get(caption);
            vectors[i] = acoustic[rows[i]];
        }
        return new CaptionedClips(some, someOf, vectors);
    }
}
