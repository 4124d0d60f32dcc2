package app.earmark.indexing;

import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog;
import app.earmark.library.ScanCatalog.TagTask;
import app.earmark.library.ScanCatalog.TaggedClip;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.tagging.Tagger;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the model's claims anew, from stored embeddings, wherever they were made from other labels, prompts or
 * parameters than the present ones. Each clip's record says what its claims were made from, so work that was cancelled or
 * killed goes on where it stopped. May run beside a scan.
 */
public final class Retagger {

    private static final int CLIPS_A_BATCH = 256;

    private final ScanCatalog catalog;
    private final EmbeddingCatalog embeddings;
    private final Supplier<Tagger> taggers;

    /**
     * @param taggers asked each time for the tagger of the pack in use and the labels there are now
     */
    public Retagger(ScanCatalog catalog, EmbeddingCatalog embeddings, Supplier<Tagger> taggers) {
        this.catalog = catalog;
        this.embeddings = embeddings;
        this.taggers = taggers;
    }

    /** How many clips await new claims. */
    public long due() {
        Tagger tagger = taggers.get();
        return catalog.awaitingTagging(tagger.pack(), tagger.vocabulary()).size();
    }

    /**
     * Tags anew what is due, and once more if the labels changed meanwhile.
     *
     * @return how many clips were looked at
     * @throws CancelledWork when the person asked to stop; what was done stays
     */
    public long retag(Progress progress) throws CancelledWork {
        long tagged = 0;
        Tagger before = null;
        for (Tagger now = taggers.get();
                before == null || !now.vocabulary().equals(before.vocabulary());
                now = taggers.get()) {
            tagged += retag(now, progress);
            before = now;
        }
        return tagged;
    }

    private long retag(Tagger tagger, Progress progress) throws CancelledWork {
        List<TagTask> due = catalog.awaitingTagging(tagger.pack(), tagger.vocabulary());
        if (due.isEmpty()) {
            return 0;
        }
        progress.phase("Tagging", due.size());
        for (int from = 0; from < due.size(); from += CLIPS_A_BATCH) {
            progress.throwIfCancelled();
            int to = Math.min(due.size(), from + CLIPS_A_BATCH);
            List<TaggedClip> tagged = due.subList(from, to).parallelStream()
                    .map(tagging(tagger))
                    .flatMap(List::stream)
                    .toList();
            catalog.saveModelClaims(tagger.pack(), tagger.vocabulary(), tagged);
            progress.advanced(to, 0);
        }
        return due.size();
    }

    /** Makes the claims about one clip; none if it was forgotten, or silent when listened to again, in the meantime. */
    private Function<TagTask, List<TaggedClip>> tagging(Tagger tagger) {
        PackId pack = tagger.pack();
        return task -> embeddings
                .find(task.id(), pack)
                .map(embedding -> new TaggedClip(task, tagger.claims(embedding)))
                .map(List::of)
                .orElse(List.of());
    }
}
