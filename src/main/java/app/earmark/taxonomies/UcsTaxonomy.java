package app.earmark.taxonomies;

import app.earmark.library.AssertionRule;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.tagging.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The CatIDs with the prompts that Earmark brings for them, as a taxonomy to start one's own from. */
public final class UcsTaxonomy {

    public static final String NAME = "UCS 8.2.1";

    private UcsTaxonomy() {}

    /** @param ucs the vocabulary of the CatIDs alone */
    public static Taxonomy of(Vocabulary ucs) {
        return new Taxonomy(
                NAME,
                true,
                AssertionRule.OF_PACK,
                List.of(),
                ucs.labels().stream()
                        .map(label -> new TaxonomyLabel(
                                label.label(),
                                Optional.empty(),
                                label.prompts(),
                                OptionalDouble.empty(),
                                label.heard()))
                        .toList());
    }
}
