package app.earmark.teaching.adapter;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.learning.adapter.AdapterFit;
import app.earmark.learning.adapter.AdapterFormat;
import app.earmark.learning.adapter.HeldOut;
import app.earmark.learning.adapter.NameTrial;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.LearnedModel;
import app.earmark.library.LearnedModel.Kind;
import app.earmark.library.PackId;
import app.earmark.library.TagCatalog;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.teaching.adapter.AdapterStatus.Fitted;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from a library's own names, says how good that is, and forgets it. Every method reads the catalogue, so none
 * belongs on the UI thread. Thread-safe.
 */
public final class NameLearning {

    private static final Logger LOG = LoggerFactory.getLogger(NameLearning.class);

    /** Share of the clips, or of what persons said, that has to be new for another fit to be worth it. */
    private static final double MUCH = 0.2;

    private static final int FEW_VERDICTS = 50;

    private final ClipCatalog clips;
    private final EmbeddingCatalog embeddings;
    private final TagCatalog tags;
    private final LearnedCatalog learned;

    public NameLearning(ClipCatalog clips, EmbeddingCatalog embeddings, TagCatalog tags, LearnedCatalog learned) {
        this.clips = clips;
        this.embeddings = embeddings;
        this.tags = tags;
        this.learned = learned;
    }

    public AdapterStatus status(PackId pack) {
        Optional<Fitted> fitted = learned.current(pack, Kind.ADAPTER, "").flatMap(NameLearning::fitted);
        return new AdapterStatus(
                pack, fitted, fitted.isPresent() && outdated(pack, fitted.get().report()));
    }

    /**
     * Fits on what is there now, tries it on names it did not see, and keeps it for searches if it finds more than the pack
     * alone; if not, only the report is kept.
     *
     * @throws CancelledWork when the person asked to stop; what was there before stays
     */
    public AdapterStatus fit(ModelPack pack, Progress progress) throws EncoderFailure, CancelledWork {
        long start = System.nanoTime();
        // in the order in which they lie in the catalogue
        List<ClipId> heard = embeddings.some(pack.id(), Choice.MOST_LOOKED_AT).stream()
                .sorted(Comparator.comparingLong(ClipId::value))
                .toList();
        List<CaptionedClip> captioned = new LibraryCaptions(clips).read(heard, progress);
        List<CaptionedClip> chosen = Choice.of(captioned);
        TrainingClips training = TrainingClips.of(chosen, embeddings, pack, Choice.MOST_READ, progress);
        HeldOut names = HeldOut.NONE;
        HeldOut folders = HeldOut.NONE;
        byte[] content = {};
        if (training.distinctNames() >= AdapterReport.FEWEST_NAMES) {
            NameTrial trial = new NameTrial(training.clips(), training.joint(), training.names());
            var queries = training.queries(pack, progress);
            progress.phase("Trying it on names held out", -1);
            names = trial.run(queries, Halves.byName(training.from()), progress);
            boolean[] byFolder = Halves.byFolder(training.from());
            folders = byFolder.length == 0 ? HeldOut.NONE : trial.run(queries, byFolder, progress);
            progress.phase("Learning from names", -1);
            if (names.names() >= AdapterReport.FEWEST_NAMES && names.isBetter() && !folders.isWorse()) {
                content = AdapterFormat.write(AdapterFit.fit(training.clips(), progress));
            }
        }
        AdapterReport report = new AdapterReport(
                content.length > 0,
                training.from().size(),
                training.clips().captions().size(),
                heard.size(),
                heard.size() - captioned.size(),
                chosen.size() - training.from().size(),
                names,
                folders,
                embeddings.count(pack.id()),
                verdicts(),
                (System.nanoTime() - start) / 1e9);
        progress.throwIfCancelled();
        learned.save(
                new LearnedModel(pack.id(), Kind.ADAPTER, "", 0, Instant.now(), new Gson().toJson(report), content));
        return status(pack.id());
    }

    /** Searches go by the pack alone again. */
    public void remove(PackId pack) {
        learned.remove(pack, Kind.ADAPTER, "");
    }

    private boolean outdated(PackId pack, AdapterReport report) {
        long newClips = Math.abs(embeddings.count(pack) - report.listened());
        long newVerdicts = Math.abs(verdicts() - report.verdicts());
        return newClips > MUCH * report.listened() || newVerdicts > Math.max(FEW_VERDICTS, MUCH * report.verdicts());
    }

    private long verdicts() {
        return tags.evidence().stream()
                .mapToLong(label -> label.confirmed() + label.rejected())
                .sum();
    }

    private static Optional<Fitted> fitted(LearnedModel model) {
        try {
            AdapterReport report = new Gson().fromJson(model.explanation(), AdapterReport.class);
            return Optional.of(new Fitted(model.version(), model.at(), report));
        } catch (JsonParseException e) {
            LOG.warn("What was said about learning from names can't be read: {}", model.explanation(), e);
            return Optional.empty();
        }
    }
}
