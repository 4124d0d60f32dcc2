package app.earmark.assembly;

import app.earmark.library.CatalogueCondition;
import app.earmark.library.ClipCatalog;
import app.earmark.library.EditJournal;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.KeywordIndex;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.ScanCatalog;
import app.earmark.library.TagCatalog;
import app.earmark.library.TaxonomyCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An open catalogue, seen through its ports.
 *
 * @param notice a sentence for the person about how it was opened, such as read-only because another instance has it
 * @param condition looks at the file itself, for at most about the given time
 * @param handle closes it
 */
public record CataloguePorts(
        ClipCatalog clips,
        TagCatalog tags,
        ScanCatalog records,
        EmbeddingCatalog embeddings,
        KeywordIndex keywords,
        EditJournal journal,
        TaxonomyCatalog taxonomies,
        LearnedCatalog learned,
        boolean readOnly,
        Optional<String> notice,
        Function<Duration, CatalogueCondition> condition,
        AutoCloseable handle) {

    /** The same, with more to say to the person. */
    CataloguePorts with(List<String> sentences) {
        String all = Stream.concat(notice.stream(), sentences.stream()).collect(Collectors.joining(" "));
        return new CataloguePorts(
                clips,
                tags,
                records,
                embeddings,
                keywords,
                journal,
                taxonomies,
                learned,
                readOnly,
                Optional.of(all).filter(text -> !text.isEmpty()),
                condition,
                handle);
    }
}
