package app.earmark.indexing;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.UndecodableFile;
import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ProbedFile;
import app.earmark.library.ScanCatalog;
import app.earmark.metadata.ClipText;
import app.earmark.metadata.ClipTextReader;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again what names and metadata of recorded clips say, after either was changed, without listening: facts, vectors and what
 * the model says stay. A file that can't be opened is left to the next scan. Thread-safe.
 */
public final class TextRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(TextRefresh.class);
    private static final int READ_A_BATCH = 256;

    private final ClipCatalog clips;
    private final ScanCatalog catalog;
    private final AudioDecoder decoder;
    private final ClipTextReader reader;
    private final int workers;

    public TextRefresh(
            ClipCatalog clips,
            ScanCatalog catalog,
            AudioDecoder decoder,
            ClipTextReader reader,
            ScanSettings settings) {
        this.clips = clips;
        this.catalog = catalog;
        this.decoder = decoder;
        this.reader = reader;
        this.workers = settings.workers();
    }

    /** Reads all of them, whatever it takes; the next scan goes on where this is interrupted. */
    public void refresh(Collection<ClipId> changed) {
        List<Clip> files = List.copyOf(clips.findAll(changed).values());
        try {
            new ParallelPass<Clip, Optional<ProbedFile>>(
                            "text",
                            workers,
                            READ_A_BATCH,
                            this::read,
                            batch -> catalog.saveProbed(
                                    batch.stream().flatMap(Optional::stream).toList()))
                    .run(files, Progress.NONE, read -> {});
        } catch (CancelledWork e) {
            LOG.info("names and metadata were not all read again; the next scan does the rest");
        }
    }

    /** Empty where only a scan can find out what became of the file. */
    private Optional<ProbedFile> read(Clip clip) {
        try {
            AudioDecoder.Inspection now = decoder.inspect(clip.path());
            boolean facts = clip.state() == ClipState.LISTED; // after listening there are better ones than a header's
            return Optional.of(probed(
                    clip,
                    reader.read(clip.path(), now.metadata()),
                    facts ? Optional.of(now.facts()) : Optional.empty()));
        } catch (UndecodableFile e) {
            LOG.info("{} could not be read again", clip.path(), e);
        } catch (RuntimeException | OutOfMemoryError e) {
            ClipFailures.rethrowUnlessOfThisFile(e);
            LOG.warn("{} could not be read again", clip.path(), e);
        }
        return clip.state() == ClipState.FAILED
                ? Optional.of(probed(clip, reader.read(clip.fileName()), Optional.empty()))
                : Optional.empty();
    }

    private static ProbedFile probed(Clip clip, ClipText text, Optional<AudioFacts> facts) {
        return new ProbedFile(clip.id(), facts, text.fields(), text.claims(), Optional.empty());
    }
}
