package app.earmark.ui.fakes;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.progress.Progress;
import app.earmark.taxonomies.ExampleTaxonomy;
import app.earmark.taxonomies.TagPreview;
import app.earmark.taxonomies.TagPreview.Example;
import app.earmark.taxonomies.TagPreview.LabelPreview;
import app.earmark.taxonomies.TagPreview.PersonsWord;
import app.earmark.taxonomies.TaxonomyFile;
import app.earmark.ui.labels.LabelService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Taxonomies in memory; a preview says that a label is given to as many sounds as it has prompts. */
public final class MemoryLabels implements LabelService {

    private final Map<String, Taxonomy> taxonomies = new LinkedHashMap<>();

    /** What previews name. */
    public final Map<ClipId, Clip> clips = new HashMap<>();

    public int previews;
    public int rests;

    public MemoryLabels() {
        save(Taxonomy.ofOwn(List.of()));
    }

    @Override
    public List<Taxonomy> taxonomies() {
        return List.copyOf(taxonomies.values());
    }

    @Override
    public void save(Taxonomy taxonomy) {
        taxonomies.put(taxonomy.name(), taxonomy);
    }

    @Override
    public void remove(String name) {
        taxonomies.remove(name);
    }

    @Override
    public Map<String, Long> counts(Collection<String> labels, Progress progress) {
        Map<String, Long> counts = new HashMap<>();
        labels.forEach(label -> counts.put(label, (long) label.length()));
        return counts;
    }

    @Override
    public Taxonomy ucs() {
        return ExampleTaxonomy.load();
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
    public Previewed preview(List<Taxonomy> before, List<Taxonomy> after, Progress progress) {
        previews++;
        List<LabelPreview> labels = new ArrayList<>();
        List<Example> examples =
                clips.keySet().stream().map(id -> new Example(id, 0.5, true)).toList();
        for (Taxonomy taxonomy : after) {
            for (TaxonomyLabel label : taxonomy.labels()) {
                boolean stays = before.stream().anyMatch(t -> t.labels().contains(label));
                int count = label.prompts().size();
                if (!stays) {
                    labels.add(new LabelPreview(
                            label.label(),
                            0,
                            count,
                            count,
                            0,
                            examples,
                            List.of(),
                            examples,
                            List.of(),
                            new PersonsWord(0, 0, 0, 0)));
                }
            }
        }
        return new Previewed(new TagPreview(100, labels), clips);
    }

    @Override
    public void rest() {
        rests++;
    }
}
