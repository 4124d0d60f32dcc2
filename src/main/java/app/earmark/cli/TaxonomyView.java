package app.earmark.cli;

import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.List;
import java.util.OptionalDouble;

/** A taxonomy as {@code --json} prints it; numbers that are not set are {@code null}. */
record TaxonomyView(
        String name,
        boolean active,
        Double threshold,
        Integer topK,
        Double margin,
        List<String> templates,
        List<LabelView> labels) {

    record LabelView(String label, String parent, List<String> prompts, Double threshold, boolean hearable) {

        static LabelView of(TaxonomyLabel label) {
            return new LabelView(
                    label.label(),
                    label.parent().orElse(null),
                    label.prompts(),
                    number(label.threshold()),
                    label.heard());
        }
    }

    static TaxonomyView of(Taxonomy taxonomy) {
        return new TaxonomyView(
                taxonomy.name(),
                taxonomy.active(),
                number(taxonomy.rule().threshold()),
                taxonomy.rule().topK().isPresent() ? taxonomy.rule().topK().getAsInt() : null,
                number(taxonomy.rule().margin()),
                taxonomy.templates(),
                taxonomy.labels().stream().map(LabelView::of).toList());
    }

    private static Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
