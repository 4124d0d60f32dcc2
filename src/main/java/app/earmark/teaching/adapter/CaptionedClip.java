package app.earmark.teaching.adapter;

import app.earmark.library.ClipId;
import java.util.List;

/**
 * What the library says of one clip.
 *
 * @param name words of its name; empty for a junk name
 * @param caption words of its name, description, keywords, category and tags; never empty
 * @param folder it lies in
 */
record CaptionedClip(ClipId id, List<String> name, List<String> caption, String folder) {

    /** The same for clips of one caption. */
    String captionKey() {
        return String.join(" ", caption);
    }
}
