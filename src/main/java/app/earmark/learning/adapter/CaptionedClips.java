package app.earmark.learning.adapter;

import java.util.List;

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
}
