package app.earmark.teaching;

import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.TagClaim;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.tagging.Tagger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes the claims to one label anew for the whole catalogue, from stored vectors. What was claimed before counts as made
 * from the new vocabulary only when all is done: whatever is broken off is due again for {@code Retagger}.
 */
final class ClaimsAnew {

    private static final int CLIPS_BETWEEN_LOOKS = 256;

    private final LearnedCatalog catalog;
    private final LibraryVectors library;

    ClaimsAnew(LearnedCatalog catalog, LibraryVectors library) {
        this.catalog = catalog;
        this.library = library;
    }

    /**
     * @param before the tagger that made the claims there are
     * @param now the tagger to make them with, which differs in what was learnt of this label alone
     */
    void make(String label, Tagger before, Tagger now, Progress progress) throws CancelledWork {
        if (before.vocabulary().equals(now.vocabulary())) {
            return;
        }
        Map<ClipId, Embedding> vectors = library.of(now.pack(), progress);
        progress.phase("Tagging", vectors.size());
        Map<ClipId, TagClaim> claims = claims(label, now, vectors, vectors.keySet(), progress);
        progress.throwIfCancelled();
        catalog.saveClaims(now.pack(), label, claims);
        catalog.follow(now.pack(), before.vocabulary(), now.vocabulary());
        // clips that a scan listened to meanwhile were tagged without this lesson, and lost or kept the wrong claim
        // above
        Set<ClipId> meanwhile = library.changed(now.pack());
        if (!meanwhile.isEmpty()) {
            catalog.saveClaims(now.pack(), label, meanwhile, claims(label, now, vectors, meanwhile, Progress.NONE));
        }
    }

    private static Map<ClipId, TagClaim> claims(
            String label, Tagger tagger, Map<ClipId, Embedding> vectors, Collection<ClipId> of, Progress progress)
            throws CancelledWork {
        Map<ClipId, TagClaim> claims = new HashMap<>();
        int done = 0;
        for (ClipId clip : of) {
            tagger.claim(label, vectors.get(clip)).ifPresent(claim -> claims.put(clip, claim));
            if (++done % CLIPS_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
                progress.advanced(done, 0);
            }
        }
        return claims;
    }
}
