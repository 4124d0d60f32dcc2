package app.earmark.ui.labels;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.Taxonomy;
import app.earmark.progress.Progress;
import app.earmark.taxonomies.TagPreview;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the page of labels asks of the program beneath it. Every method may take long, and belongs in the background. An
 * exception's message is a sentence for the person.
 */
public interface LabelService {

    /** All taxonomies, the person's own labels first. */
    List<Taxonomy> taxonomies() throws Exception;

    void save(Taxonomy taxonomy) throws Exception;

    void remove(String name) throws Exception;

    /** How many sounds have each of these labels. */
    Map<String, Long> counts(Collection<String> labels, Progress progress) throws Exception;

    /** The CatIDs, to start a taxonomy from. */
    Taxonomy ucs() throws Exception;

    /** The tutorial's taxonomy. */
    Taxonomy example() throws Exception;

    Taxonomy read(Path file) throws Exception;

    void write(Taxonomy taxonomy, Path file) throws Exception;

    /** What the model would tag with other taxonomies, and the sounds that the preview names. */
    Previewed preview(List<Taxonomy> before, List<Taxonomy> after, Progress progress) throws Exception;

    /** The page is left; what previews keep in memory may go. */
    void rest();

    /** @param clips those that the preview names */
    record Previewed(TagPreview preview, Map<ClipId, Clip> clips) {}
}
