package app.earmark.taxonomies;

import app.earmark.embed.EncoderFailure;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.tagging.Tagger;
import app.earmark.taxonomies.TagPreview.LabelPreview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds out what a change of taxonomies would tag, on all sounds of the catalogue, from their stored vectors; nothing is
 * changed. A label with a threshold of its own costs one product with all vectors. Where a label's standing among others
 * counts (the pack's rule, a margin, a top-K), sounds that come near enough are decided on exactly as a scan would. Other
 * labels are taken to stay as they are, also where a CatID's new prompts move the bar for all by a little. Thread-safe.
 */
public final class TagPreviewer implements AutoCloseable {

    private static final int CLIPS_A_BATCH = 512;

    private final EmbeddingCatalog embeddings;
    private final TagCatalog tags;
    private final Drafts drafts;
    private StoredVectors vectors;

    /** Makes the tagger that there would be. */
    @FunctionalInterface
    public interface Drafts {
        Tagger taggerFor(Collection<Taxonomy> taxonomies) throws EncoderFailure;
    }

    public TagPreviewer(EmbeddingCatalog embeddings, TagCatalog tags, Drafts drafts) {
        this.embeddings = embeddings;
        this.tags = tags;
        this.drafts = drafts;
    }

    /**
     * @param before all taxonomies as they are
     * @param after all taxonomies as they would be
     * @param examples how many sounds of a kind to name, for each label
     * @throws EncoderFailure if a prompt can't be encoded, or vectors can't be compared
     */
    public TagPreview preview(Collection<Taxonomy> before, Collection<Taxonomy> after, int examples, Progress progress)
            throws EncoderFailure, CancelledWork {
        progress.throwIfCancelled();
        Tagger was = drafts.taggerFor(before);
        Tagger would = drafts.taggerFor(after);
        progress.throwIfCancelled();
        StoredVectors stored = vectors(would);
        long[] clipOf = stored.upToDate();
        List<LabelTrial> trials = LabelTrial.ofChanges(was, would);
        progress.phase("Comparing", clipOf.length);
        for (LabelTrial trial : trials) {
            progress.throwIfCancelled();
            trial.score(stored, clipOf);
        }
        decide(trials, was, would, clipOf, progress);
        Set<String> judged = tags.evidence().stream()
                .map(evidence -> TagPrecedence.keyOf(evidence.label()))
                .collect(Collectors.toSet());
        List<LabelPreview> previews = new ArrayList<>();
        for (LabelTrial trial : trials) {
            progress.throwIfCancelled();
            previews.add(trial.result(
                    stored, clipOf, judged.contains(trial.key()) ? tags.verdictsOn(trial.key()) : Map.of(), examples));
        }
        previews.sort(Comparator.comparingInt((LabelPreview p) -> p.gained() + p.lost())
                .thenComparingInt(LabelPreview::after)
                .reversed());
        int clips = (int) LongStream.of(clipOf).filter(id -> id >= 0).count();
        return new TagPreview(clips, previews);
    }

    /** Decides on the sounds that a label's own score does not settle, as a scan would. */
    private void decide(List<LabelTrial> trials, Tagger was, Tagger would, long[] clipOf, Progress progress)
            throws CancelledWork {
        BitSet before = LabelTrial.openBefore(trials);
        BitSet after = LabelTrial.openAfter(trials);
        BitSet either = (BitSet) before.clone();
        either.or(after);
        int[] open = either.stream().toArray();
        for (int from = 0; from < open.length; from += CLIPS_A_BATCH) {
            progress.throwIfCancelled();
            int to = Math.min(open.length, from + CLIPS_A_BATCH);
            List<Integer> rows = Arrays.stream(open, from, to).boxed().toList();
            Map<ClipId, Embedding> found = embeddings.findAll(
                    rows.stream().map(row -> new ClipId(clipOf[row])).toList(), would.pack());
            Set<String> alone = trials.stream().allMatch(LabelTrial::isDecidedAlone)
                    ? trials.stream().map(LabelTrial::key).collect(Collectors.toSet())
                    : Set.of();
            List<Decided> decided = rows.parallelStream()
                    .flatMap(row -> Stream.ofNullable(found.get(new ClipId(clipOf[row])))
                            .map(clip -> new Decided(
                                    row,
                                    before.get(row) ? asserted(was, clip, alone) : Set.of(),
                                    after.get(row) ? asserted(would, clip, alone) : Set.of())))
                    .toList();
            decided.forEach(d -> trials.forEach(trial -> trial.decided(d.row(), d.before(), d.after())));
            progress.advanced(to, 0);
        }
    }

    private record Decided(int row, Set<String> before, Set<String> after) {}

    /** @param alone the labels to look at; empty for all */
    private static Set<String> asserted(Tagger tagger, Embedding clip, Set<String> alone) {
        Stream<TagClaim> claims = alone.isEmpty()
                ? tagger.claims(clip).stream()
                : alone.stream().flatMap(key -> tagger.claim(key, clip).stream());
        return claims.filter(TagClaim::asserted)
                .map(claim -> TagPrecedence.keyOf(claim.label()))
                .collect(Collectors.toSet());
    }

    private synchronized StoredVectors vectors(Tagger tagger) throws EncoderFailure {
        if (vectors != null && !vectors.pack().equals(tagger.pack())) {
            close();
        }
        if (vectors == null) {
            vectors =
                    new StoredVectors(embeddings, tagger.pack(), tagger.labels().vector(0).length);
        }
        return vectors;
    }

    /** Gives the vectors' memory back; they are read again when next asked for. */
    @Override
    public synchronized void close() {
        if (vectors != null) {
            vectors.close();
            vectors = null;
        }
    }
}
