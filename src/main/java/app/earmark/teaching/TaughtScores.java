package app.earmark.teaching;

import app.earmark.learning.Calibration;
import app.earmark.library.Embedding;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.LearnedModel;
import app.earmark.library.LearnedModel.Kind;
import app.earmark.library.PackId;
import app.earmark.tagging.LearnedScores;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that counts of what one pack was taught. Immutable. */
public final class TaughtScores implements LearnedScores {

    private static final Logger LOG = LoggerFactory.getLogger(TaughtScores.class);

    private final Map<String, TaughtHead> heads;

    private TaughtScores(Map<String, TaughtHead> heads) {
        this.heads = heads;
    }

    /** Reads what is kept; a head that can't be read is as good as none. */
    public static TaughtScores of(LearnedCatalog catalog, PackId pack) {
        Map<String, LearnedModel> calibrations = new HashMap<>();
        Map<String, LearnedModel> models = new TreeMap<>();
        for (LearnedModel model : catalog.current(pack)) {
            if (model.kind() == Kind.CALIBRATION) {
                calibrations.put(model.subject(), model);
            } else if (model.kind() == Kind.HEAD && model.content().length > 0) {
                models.put(model.subject(), model);
            }
        }
        Map<String, TaughtHead> heads = new TreeMap<>();
        models.forEach((key, model) -> {
            try {
                heads.put(
                        key,
                        new TaughtHead(
                                model,
                                LearnedFormat.readHead(model.content()),
                                calibration(model, calibrations.get(key))));
            } catch (UncheckedIOException e) {
                LOG.warn("what was learnt of {} can't be read; its own rule decides", key, e);
            }
        });
        return new TaughtScores(heads);
    }

    private static Optional<Calibration> calibration(LearnedModel head, LearnedModel calibration) {
        if (calibration == null) {
            return Optional.empty();
        }
        LearnedFormat.OfHead read = LearnedFormat.readCalibration(calibration.content());
        // one of another head was kept just before the power went
        return read.head() == head.version() ? read.calibration() : Optional.empty();
    }

    /** By label key. */
    Map<String, TaughtHead> heads() {
        return heads;
    }

    @Override
    public Set<String> labelKeys() {
        return heads.entrySet().stream()
                .filter(entry -> entry.getValue().calibration().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public OptionalDouble probability(String labelKey, Embedding clip, double cosine) {
        TaughtHead taught = heads.get(labelKey);
        if (taught == null
                || taught.calibration().isEmpty()
                || clip.acoustic().length != taught.head().acoustic().weights().length) {
            return OptionalDouble.empty();
        }
        double score = taught.head().score(clip.acoustic(), cosine);
        return OptionalDouble.of(taught.calibration().get().probability(score));
    }

    @Override
    public String digest() {
        return labelKeys().stream()
                .sorted()
                .map(heads::get)
                .map(TaughtHead::model)
                .map(model -> model.subject()
                        + '\t'
                        + model.version()
                        + '\t'
                        + model.at().toEpochMilli())
                .collect(Collectors.joining("\n"));
    }
}
