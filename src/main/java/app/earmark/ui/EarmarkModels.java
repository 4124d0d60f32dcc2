package app.earmark.ui;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.PackSpeed;
import app.earmark.embed.UnusablePack;
import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.EmbeddingCatalog.Coverage;
import app.earmark.library.PackId;
import app.earmark.modelhub.KnownModel;
import app.earmark.modelhub.KnownModels;
import app.earmark.modelhub.ModelFetcher;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.PackVerification;
import app.earmark.modelhub.ShelvedPack;
import app.earmark.modelhub.WeightPrecision;
import app.earmark.modelhub.download.DownloadFailure;
import app.earmark.modelhub.download.RepositoryId;
import app.earmark.progress.Progress;
import app.earmark.ui.models.ModelCard;
import app.earmark.ui.models.ModelService;
import app.earmark.ui.models.ModelSpeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands the page of models what there is on the shelf and in the catalogue. */
final class EarmarkModels implements ModelService {

    private static final String BUNDLED = "Built in: finds the right family of sounds more often than the exact one.";
    private static final int CHUNK = 5_000;

    private final Earmark earmark;

    EarmarkModels(Earmark earmark) {
        this.earmark = earmark;
    }

    @Override
    public List<ModelCard> cards() throws Exception {
        KnownModels known = KnownModels.load();
        PackShelf shelf = earmark.packs();
        List<ShelvedPack> packs = shelf.contents().packs();
        List<ModelCard> cards = new ArrayList<>();
        for (ShelvedPack pack : packs) {
            cards.add(card(pack, pack.repository().flatMap(known::find), shelf.isInUse(id(pack))));
        }
        for (KnownModel model : known.all()) {
            List<ModelCard.Choice> choices = choices(model, packs);
            if (!choices.isEmpty()) {
                cards.add(card(model, choices));
            }
        }
        return cards;
    }

    private static ModelCard card(ShelvedPack pack, Optional<KnownModel> model, boolean inUse) {
        return new ModelCard(
                pack.description().name(),
                pack.bundled() ? BUNDLED : model.map(KnownModel::goodAt).orElse("Imported from this computer."),
                pack.description().licence(),
                model.flatMap(KnownModel::warning),
                pack.repository().map(RepositoryId::toString),
                List.of(),
                0,
                Optional.of(new ModelCard.Shelved(id(pack), pack.sizeBytes(), pack.bundled(), inUse)));
    }

    private ModelCard card(KnownModel model, List<ModelCard.Choice> choices) throws DownloadFailure {
        return new ModelCard(
                model.name(),
                model.goodAt(),
                model.licence(),
                model.warning(),
                Optional.of(model.repository().toString()),
                choices,
                earmark.models().incompleteBytes(model.repository()),
                Optional.empty());
    }

    /** The ways to fetch it that are not on the shelf. */
    private static List<ModelCard.Choice> choices(KnownModel model, List<ShelvedPack> packs) {
        return model.aboutMegabytes().entrySet().stream()
                .filter(way -> packs.stream()
                        .noneMatch(pack -> pack.repository().equals(Optional.of(model.repository()))
                                && id(pack).version()
                                        .endsWith("-" + way.getKey().label())))
                .map(way -> new ModelCard.Choice(way.getKey().label(), way.getValue()))
                .toList();
    }

    private static PackId id(ShelvedPack pack) {
        return pack.description().packId();
    }

    @Override
    public PackId get(String repository, String precision, Progress progress) throws Exception {
        return id(earmark.models()
                .get(
                        new ModelFetcher.Order(
                                RepositoryId.parse(repository), Optional.empty(), WeightPrecision.ofLabel(precision)),
                        new ShortPhases(progress, repository)));
    }

    @Override
    public void discard(String repository) throws Exception {
        earmark.models().discardIncomplete(RepositoryId.parse(repository));
    }

    @Override
    public PackId importFrom(Path place, Progress progress) throws Exception {
        return id(earmark.models().importFrom(place, Optional.empty(), progress));
    }

    @Override
    public Optional<String> verify(PackId pack, Progress progress) throws Exception {
        PackVerification found = PackVerification.of(find(pack), new ShortPhases(progress, pack.toString()));
        if (found.isWhole()) {
            return Optional.empty();
        }
        List<String> wrong = new ArrayList<>(found.damaged());
        wrong.addAll(found.missing());
        return Optional.of(String.join(", ", wrong)
                + (wrong.size() == 1 ? " is damaged or missing" : " are damaged or missing")
                + "; remove the model and get it again.");
    }

    private ShelvedPack find(PackId pack) throws UnusablePack {
        return earmark.packs().contents().packs().stream()
                .filter(shelved -> id(shelved).equals(pack))
                .findFirst()
                .orElseThrow(() -> new UnusablePack("The model pack " + pack + " is no longer there."));
    }

    @Override
    public long remove(PackId pack) throws Exception {
        return earmark.packs().remove(pack);
    }

    @Override
    public void use(PackId pack) throws Exception {
        earmark.use(pack);
    }

    @Override
    public ModelSpeed speed(PackId pack, Progress progress) throws Exception {
        PackSpeed speed = earmark.speed(pack, progress);
        return new ModelSpeed(
                speed.windowsPerSecond(), speed.windowSeconds(), speed.mostWindows(), speed.labelSeconds());
    }

    @Override
    public Amount amount(PackId pack, double windowSeconds, int most) {
        List<ClipId> ids = earmark.clips().matching(ClipFilter.ALL);
        long windows = 0;
        for (int from = 0; from < ids.size(); from += CHUNK) {
            for (Clip clip : earmark.clips()
                    .findAll(ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .values()) {
                double seconds = clip.facts().map(AudioFacts::durationSeconds).orElse(0.0);
                windows += Math.min(most, (long) Math.ceil(seconds / windowSeconds));
            }
        }
        double share = unheard(pack);
        return new Amount(Math.round(ids.size() * share), Math.round(windows * share));
    }

    /** The share of what any pack has heard that this one has not; all if nobody has heard anything. */
    private double unheard(PackId pack) {
        Map<PackId, Coverage> coverage = earmark.embeddings().coverage();
        long most = coverage.values().stream().mapToLong(Coverage::clips).max().orElse(0);
        long own = coverage.getOrDefault(pack, Coverage.NONE).clips();
        return most == 0 ? 1 : Math.max(0, 1 - (double) own / most);
    }
}
