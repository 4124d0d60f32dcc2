package app.earmark.store;

import app.earmark.library.AssertionRule;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import com.google.gson.Gson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A taxonomy as one text, for the journal. */
final class TaxonomyJson {

    private static final Gson GSON = new Gson();

    private TaxonomyJson() {}

    private record Stored(
            String name,
            boolean active,
            Double threshold,
            Integer topK,
            Double margin,
            List<String> templates,
            List<StoredLabel> labels) {}

    private record StoredLabel(String label, String parent, List<String> prompts, Double threshold, boolean heard) {}

    static String of(Taxonomy taxonomy) {
        AssertionRule rule = taxonomy.rule();
        return GSON.toJson(new Stored(
                taxonomy.name(),
                taxonomy.active(),
                Claims.orNull(rule.threshold()),
                rule.topK().isPresent() ? rule.topK().getAsInt() : null,
                Claims.orNull(rule.margin()),
                taxonomy.templates(),
                taxonomy.labels().stream()
                        .map(label -> new StoredLabel(
                                label.label(),
                                label.parent().orElse(null),
                                label.prompts(),
                                Claims.orNull(label.threshold()),
                                label.heard()))
                        .toList()));
    }

    static Taxonomy taxonomy(String json) {
        Stored stored = GSON.fromJson(json, Stored.class);
        return new Taxonomy(
                stored.name,
                stored.active,
                new AssertionRule(
                        optional(stored.threshold),
                        stored.topK == null ? OptionalInt.empty() : OptionalInt.of(stored.topK),
                        optional(stored.margin)),
                stored.templates,
                stored.labels.stream()
                        .map(label -> new TaxonomyLabel(
                                label.label,
                                Optional.ofNullable(label.parent),
                                label.prompts,
                                optional(label.threshold),
                                label.heard))
                        .toList());
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
