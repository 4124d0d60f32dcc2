package app.earmark.store;

import app.earmark.library.CatalogueCondition;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipCatalog;
import app.earmark.library.EditJournal;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.KeywordIndex;
import app.earmark.library.LabelNames;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.ScanCatalog;
import app.earmark.library.TagCatalog;
import app.earmark.library.TaxonomyCatalog;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A catalogue file, open. Its ports are thread-safe; reads never wait for writes.
 *
 * <p>One process at a time owns a catalogue and may change it. Whoever else opens it reads what the owner has committed;
 * changes are refused with {@link app.earmark.library.CatalogueReadOnly}.
 */
public final class Catalogue implements AutoCloseable {

    /** A command that tags is done within seconds; a scan or a window is not, and should be named without much delay. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OpenedCatalogue opened;
    private final ClipCatalog clips;
    private final KeywordIndex keywords;
    private final ScanCatalog scans;
    private final TagCatalog tags;
    private final EmbeddingCatalog embeddings;
    private final EditJournal journal;
    private final TaxonomyCatalog taxonomies;
    private final LearnedCatalog learned;

    private Catalogue(OpenedCatalogue opened, LabelNames names) {
        this.opened = opened;
        Readers readers = opened.readers();
        ClipWrites writes = new ClipWrites(names);
        FilterSets filters = new FilterSets();
        clips = new SqlClipCatalog(readers, filters, names);
        keywords = new SqlKeywordIndex(readers, filters, names);
        scans = new SqlScanCatalog(readers, opened.writer(), writes);
        JournalWrites edits = new JournalWrites(writes, names);
        journal = new SqlEditJournal(readers, opened.writer(), edits);
        tags = new SqlTagCatalog(readers, opened.writer(), edits, names);
        taxonomies = new SqlTaxonomyCatalog(readers, opened.writer(), edits);
        learned = new SqlLearnedCatalog(readers, opened.writer(), writes);
        embeddings = new SqlEmbeddingCatalog(readers);
    }

    /**
     * Opens a catalogue to own it, creating the file and its folder if needed. Where another process owns it, and still does
     * after a few seconds, or it is write-protected, it is opened for reading, and {@link #notice} says so.
     *
     * @throws CatalogueUnavailable if it can't even be read: not a catalogue, damaged, or from a newer Earmark
     */
    public static Catalogue open(Path file, LabelNames names) {
        return new Catalogue(OpenedCatalogue.owning(file, Migrations.bundled(), PATIENCE), names);
    }

    /**
     * Like {@link #open}, but only a catalogue that is there.
     *
     * @throws app.earmark.library.CatalogueMissing if there is none; none is made
     */
    public static Catalogue openToChange(Path file, LabelNames names) {
        OpenedCatalogue.requireFile(file);
        return open(file, names);
    }

    /**
     * Opens a catalogue only to read, so that a search beside a running scan or window neither minds nor hinders it.
     *
     * @throws app.earmark.library.CatalogueMissing if there is none; none is made
     */
    public static Catalogue openForReading(Path file, LabelNames names) {
        return new Catalogue(OpenedCatalogue.reading(file, Migrations.bundled()), names);
    }

    public ClipCatalog clips() {
        return clips;
    }

    public KeywordIndex keywords() {
        return keywords;
    }

    public ScanCatalog scans() {
        return scans;
    }

    public TagCatalog tags() {
        return tags;
    }

    public EmbeddingCatalog embeddings() {
        return embeddings;
    }

    public EditJournal journal() {
        return journal;
    }

    public TaxonomyCatalog taxonomies() {
        return taxonomies;
    }

    public LearnedCatalog learned() {
        return learned;
    }

    public boolean isReadOnly() {
        return opened.notice().isPresent();
    }

    /** Why nothing can be changed, in a sentence; empty for the owner. */
    public Optional<String> notice() {
        return opened.notice();
    }

    /** Looks at the file itself, for at most about this long. */
    public CatalogueCondition condition(Duration most) {
        return opened.readers().read(c -> IntegrityCheck.of(c, most));
    }

    /** The writing side, for tests of what a failing disk does. */
    Writer writer() {
        return opened.writer();
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (SQLException e) {
            throw SqlFailures.translate(opened.file(), e);
        }
    }
}
