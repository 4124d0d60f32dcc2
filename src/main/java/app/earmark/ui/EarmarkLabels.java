package app.earmark.ui;

import app.earmark.assembly.Earmark;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.taxonomies.ExampleTaxonomy;
import app.earmark.taxonomies.TagPreview;
import app.earmark.taxonomies.TagPreviewer;
import app.earmark.taxonomies.TaxonomyFile;
import app.earmark.ui.labels.LabelService;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Hands the page of labels the catalogue's taxonomies, and tries changes out on its sounds. */
final class EarmarkLabels implements LabelService {

    private static final int EXAMPLES = 12;

    private final Earmark earmark;
    private TagPreviewer previewer;

    EarmarkLabels(Earmark earmark) {
        this.earmark = earmark;
    }

    @Override
    public List<Taxonomy> taxonomies() {
        return earmark.taxonomies().taxonomies();
    }

    @Override
    public void save(Taxonomy taxonomy) {
        earmark.taxonomies().save(taxonomy);
    }

    @Override
    public void remove(String name) {
        earmark.taxonomies().remove(name);
    }

    @Override
    public Map<String, Long> counts(Collection<String> labels, Progress progress) throws CancelledWork {
        Map<String, Long> counts = new HashMap<>();
        for (String label : labels) {
            progress.throwIfCancelled();
            counts.put(TagPrecedence.keyOf(label), earmark.clips().count(ClipFilter.ALL.withTags(Set.of(label))));
        }
        return counts;
    }

    @Override
    public Taxonomy ucs() {
        return earmark.ucsTaxonomy();
    }

    @Override
    public Taxonomy example() {
        return ExampleTaxonomy.load();
    }

    @Override
    public Taxonomy read(Path file) throws Exception {
        return TaxonomyFile.read(file);
    }

    @Override
    public void write(Taxonomy taxonomy, Path file) throws Exception {
        TaxonomyFile.write(taxonomy, file);
    }

    @Override
    public Previewed preview(List<Taxonomy> before, List<Taxonomy> after, Progress progress) throws Exception {
        TagPreview preview = previewer().preview(before, after, EXAMPLES, progress);
        List<ClipId> named = preview.labels().stream()
                .limit(EXAMPLES)
                .flatMap(label ->
                        Stream.of(label.gainedExamples(), label.lostExamples(), label.best(), label.borderline()))
                .flatMap(List::stream)
                .map(TagPreview.Example::clip)
                .distinct()
                .toList();
        return new Previewed(preview, earmark.clips().findAll(named));
    }

    private synchronized TagPreviewer previewer() {
        if (previewer == null) {
            previewer = earmark.tagPreviewer();
        }
        return previewer;
    }

    @Override
    public synchronized void rest() {
        if (previewer != null) {
            previewer.close();
        }
    }
}
