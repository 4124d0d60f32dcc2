package app.earmark.taxonomies;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.AssertionRule;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TaxonomyRoundTripProperties {

    @Property(tries = 300)
    void csvLosesNothing(@ForAll("taxonomies") Taxonomy taxonomy) throws Exception {
        assertThat(TaxonomyCsv.read(TaxonomyCsv.write(taxonomy), "other")).isEqualTo(taxonomy);
    }

    @Property(tries = 300)
    void yamlLosesNothing(@ForAll("taxonomies") Taxonomy taxonomy) throws Exception {
        assertThat(TaxonomyYaml.read(TaxonomyYaml.write(taxonomy), "other")).isEqualTo(taxonomy);
    }

    @Provide
    Arbitrary<Taxonomy> taxonomies() {
        Arbitrary<List<Drawn>> labels = Combinators.combine(
                        texts(),
                        texts().list().ofMaxSize(3),
                        Arbitraries.doubles().between(-1, 1).injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-1, 5))
                .as(Drawn::new)
                .list()
                .ofMaxSize(8);
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(-1, 1).injectNull(0.5),
                        Arbitraries.integers().between(1, 9).injectNull(0.5),
                        texts().list().ofMaxSize(2),
                        labels)
                .as(TaxonomyRoundTripProperties::taxonomy);
    }

    private record Drawn(String label, List<String> prompts, Double threshold, boolean heard, int parent) {}

    private static Taxonomy taxonomy(
            String name, boolean active, Double threshold, Integer topK, List<String> templates, List<Drawn> drawn) {
        Set<String> keys = new HashSet<>();
        List<TaxonomyLabel> labels = new ArrayList<>();
        for (Drawn d : drawn) {
            if (keys.add(TagPrecedence.keyOf(d.label()))) {
                Optional<String> parent = d.parent() >= 0 && d.parent() < labels.size()
                        ? Optional.of(labels.get(d.parent()).label())
                        : Optional.empty();
                labels.add(new TaxonomyLabel(d.label(), parent, d.prompts(), optional(d.threshold()), d.heard()));
            }
        }
        return new Taxonomy(
                name,
                active,
                new AssertionRule(
                        optional(threshold),
                        topK == null ? OptionalInt.empty() : OptionalInt.of(topK),
                        OptionalDouble.empty()),
                templates.stream().map(t -> t + "{}").toList(),
                labels);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(" ,;|\\\"'#=+-@:{}[]&*!%~?nulyesо獅")
                .withCharRange('a', 'f')
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(String::strip)
                .filter(text -> !text.isBlank());
    }
}
