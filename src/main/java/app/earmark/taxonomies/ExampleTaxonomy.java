package app.earmark.taxonomies;

import app.earmark.library.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The taxonomy that the tutorial walks through: sounds of a Roman arena. */
public final class ExampleTaxonomy {

    private static final String FILE = "roman-gladiator.yaml";

    private ExampleTaxonomy() {}

    public static Taxonomy load() {
        try (InputStream file = ExampleTaxonomy.class.getResourceAsStream(FILE)) {
            return TaxonomyYaml.read(FileText.decode(file.readAllBytes()), FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("The example taxonomy can't be read.", e);
        } catch (WrongLine e) {
            throw new IllegalStateException("the example taxonomy is wrong in line " + e.line(), e);
        }
    }
}
