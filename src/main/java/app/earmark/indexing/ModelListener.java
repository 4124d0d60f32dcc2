package app.earmark.indexing;

import app.earmark.decode.HeardClip;
import app.earmark.decode.UndecodableFile;
import app.earmark.embed.EncoderFailure;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.ListenedClip;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.library.TagClaim;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Listens with a model pack. */
public final class ModelListener implements ClipListener {

    private final ClipEmbedder embedder;
    private final Function<Embedding, List<TagClaim>> tagger;
    private final List<TagClaim> claimsOfSilence;
    private final String vocabulary;
    private final StageTimes times;

    /**
     * @param tagger what the model claims about a clip with these vectors; thread-safe
     * @param claimsOfSilence what is claimed about a clip in which there is nothing to hear
     * @param vocabulary digest of the labels, prompts and rule behind the tagger
     */
    public ModelListener(
            ClipEmbedder embedder,
            Function<Embedding, List<TagClaim>> tagger,
            List<TagClaim> claimsOfSilence,
            String vocabulary,
            StageTimes times) {
        this.embedder = embedder;
        this.tagger = tagger;
        this.claimsOfSilence = List.copyOf(claimsOfSilence);
        this.vocabulary = vocabulary;
        this.times = times;
    }

    @Override
    public PackId pack() {
        return embedder.pack();
    }

    @Override
    public ListenedClip listen(ListenTask clip, Progress progress) throws CancelledWork {
        try {
            return heard(clip, embedder.embed(clip.path(), progress::isCancelled));
        } catch (CancellationException e) {
            throw new CancelledWork();
        } catch (UndecodableFile e) {
            return failed(clip, e.failure());
        } catch (EncoderFailure e) {
            return failed(clip, ClipFailures.modelFailed(clip.path(), e));
        } catch (RuntimeException | OutOfMemoryError e) {
            ClipFailures.rethrowUnlessOfThisFile(e);
            return failed(clip, ClipFailures.unexpected(clip.path(), e));
        }
    }

    private ListenedClip heard(ListenTask clip, ClipEmbedder.EmbeddedClip embedded) {
        HeardClip heard = embedded.heard();
        Optional<Embedding> embedding = embedded.embedding();
        long start = System.nanoTime();
        List<TagClaim> claims = embedding.map(tagger).orElse(claimsOfSilence);
        times.add(StageTimes.Stage.TAG, start);
        return new ListenedClip(
                clip.id(),
                clip.stamp(),
                embedding.isPresent() ? ClipState.EMBEDDED : ClipState.SILENT,
                pack(),
                Optional.of(heard.facts()),
                heard.contentHash(),
                embedding,
                Optional.of(heard.thumbnail()),
                Optional.of(heard.playerPeaks()),
                claims,
                vocabulary,
                Optional.empty());
    }

    private ListenedClip failed(ListenTask clip, ClipFailure failure) {
        return new ListenedClip(
                clip.id(),
                clip.stamp(),
                ClipState.FAILED,
                pack(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                vocabulary,
                Optional.of(failure));
    }
}
