package app.earmark.assembly;

import app.earmark.library.ClipCatalog;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.KeywordIndex;
import app.earmark.library.ScanCatalog;
import app.earmark.library.TagCatalog;
import java.util.Optional;

/**
 * An open catalogue, seen through its ports.
 *
 * @param notice a sentence for the person about how it was opened, such as read-only because another instance has it
 * @param handle closes it
 */
public record CataloguePorts(
        ClipCatalog clips,
        TagCatalog tags,
        ScanCatalog records,
        EmbeddingCatalog embeddings,
        KeywordIndex keywords,
        boolean readOnly,
        Optional<String> notice,
        AutoCloseable handle) {}
