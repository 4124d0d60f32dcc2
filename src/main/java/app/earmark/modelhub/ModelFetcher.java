package app.earmark.modelhub;

import app.earmark.convert.CheckpointOrigin;
import app.earmark.embed.PackFiles;
import app.earmark.embed.UnusablePack;
import app.earmark.modelhub.download.DownloadFailure;
import app.earmark.modelhub.download.FileDigest;
import app.earmark.modelhub.download.HubDownload;
import app.earmark.modelhub.download.HubEnvironment;
import app.earmark.modelhub.download.RepositoryId;
import app.earmark.modelhub.download.RepositoryListing;
import app.earmark.modelhub.download.Revision;
import app.earmark.modelhub.download.WantedFile;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Gets models onto the shelf: downloads them, or takes them from folders and archives; makes packs of what is none yet;
 * tries each before it is shelved. Every method may take minutes and belongs on no UI thread. To pause a download, cancel
 * it through its {@link Progress}; calling again resumes. Thread-safe.
 */
public final class ModelFetcher {

    private final PackShelf shelf;
    private final HubEnvironment environment;
    private final KnownModels known;

    public ModelFetcher(PackShelf shelf, HubEnvironment environment, KnownModels known) {
        this.shelf = shelf;
        this.environment = environment;
        this.known = known;
    }

    /**
     * What to get.
     *
     * @param revision absent for the one Earmark knows, or {@code main}
     * @param precision absent for the recommended one
     */
    public record Order(RepositoryId repository, Optional<Revision> revision, Optional<WeightPrecision> precision) {}

    /** What is to be fetched for an order. */
    private record Plan(
            RepositoryId repository,
            Revision revision,
            ModelLayout layout,
            WeightPrecision precision,
            List<WantedFile> files,
            Optional<KnownModel> model) {}

    /**
     * Downloads a model and puts it on the shelf, without putting it to use. A model that is there already is
     * checked, and replaced only if it is damaged.
     *
     * @throws DownloadFailure if it can't be downloaded; what was is kept for the next attempt
     * @throws UnusableModel if it is no model that Earmark can use
     */
    public ShelvedPack get(Order order, Progress progress) throws DownloadFailure, UnusableModel, CancelledWork {
        HubDownload hub = new HubDownload(environment.settings());
        Plan plan = plan(hub, order, progress);
        Optional<ShelvedPack> there = onShelf(plan.repository(), plan.revision(), plan.precision());
        if (there.isPresent() && PackVerification.of(there.get(), progress).isWhole()) {
            return there.get();
        }
        HubDownload.Fetched fetched = hub.fetch(plan.repository(), plan.revision(), plan.files(), progress);
        if (plan.layout() == ModelLayout.PACK) {
            fetched = hub.fetch(plan.repository(), new Revision(fetched.commit()), packFiles(fetched), progress);
        }
        return shelve(folder(plan, fetched), progress);
    }

    /**
     * Takes a model from a folder or a zip: a pack of Earmark's own, ONNX files with their descriptions as published on
     * the hub, or a checkpoint.
     *
     * @param precision absent to take what is there
     */
    public ShelvedPack importFrom(Path place, Optional<WeightPrecision> precision, Progress progress)
            throws UnusableModel, CancelledWork {
        try (Workbench bench = Workbench.in(shelf.folder())) {
            Path folder = PackArchive.isOne(place)
                    ? new PackArchive(place).unpackTo(bench.place("unpacked"), progress)
                    : Files.isDirectory(place) ? place.toRealPath() : place;
            if (!Files.isDirectory(folder)) {
                throw new UnusableModel(place + " is neither a folder nor a zip with a model.");
            }
            return shelve(bench, recognised(ModelFolder.of(folder, precision), progress), progress);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Bytes of a half download that the next {@link #get} need not fetch again. */
    public long incompleteBytes(RepositoryId repository) throws DownloadFailure {
        return new HubDownload(environment.settings()).incompleteBytes(repository);
    }

    /** Gives up a half download; files that are complete stay in the cache, as other programs may use them. */
    public void discardIncomplete(RepositoryId repository) throws DownloadFailure {
        new HubDownload(environment.settings()).deleteIncomplete(repository);
    }

    /**
     * Deletes what the cache of downloads has of a model, for every program that shares the cache.
     *
     * @return the bytes that are free now
     */
    public long deleteDownloads(RepositoryId repository) throws DownloadFailure {
        return new HubDownload(environment.settings()).deleteCached(repository);
    }

    private Plan plan(HubDownload hub, Order order, Progress progress)
            throws DownloadFailure, UnusableModel, CancelledWork {
        Optional<KnownModel> model = known.find(order.repository());
        boolean asKnown = model.isPresent()
                && order.revision().map(model.get().revision()::equals).orElse(true)
                && model.get()
                        .files()
                        .containsKey(order.precision().orElse(model.get().recommended()));
        if (asKnown) {
            WeightPrecision precision = order.precision().orElse(model.get().recommended());
            List<WantedFile> files = model.get().files().get(precision);
            ModelLayout layout = ModelLayout.of(
                            files.stream().map(WantedFile::path).toList())
                    .orElseThrow();
            return new Plan(order.repository(), model.get().revision(), layout, precision, files, model);
        }
        Revision revision =
                order.revision().or(() -> model.map(KnownModel::revision)).orElse(Revision.MAIN);
        RepositoryListing listing = hub.list(order.repository(), revision, progress);
        ModelLayout layout = ModelLayout.of(listing.paths())
                .orElseThrow(() -> new UnusableModel(order.repository() + " holds no model that Earmark can use."));
        WeightPrecision precision = precision(order, layout, listing.paths());
        List<WantedFile> files = layout == ModelLayout.PACK
                ? List.of(WantedFile.of(PackManifest.FILE))
                : layout.paths(precision, weights(listing.paths())).stream()
                        .map(WantedFile::of)
                        .toList();
        return new Plan(order.repository(), new Revision(listing.commit()), layout, precision, files, model);
    }

    private static WeightPrecision precision(Order order, ModelLayout layout, Set<String> paths) throws UnusableModel {
        Set<WeightPrecision> there = layout == ModelLayout.PUBLISHED
                ? ModelLayout.published(paths)
                : Set.of(WeightPrecision.FP32, WeightPrecision.FP16);
        WeightPrecision wished = order.precision()
                .orElse(there.contains(WeightPrecision.INT8) ? WeightPrecision.INT8 : WeightPrecision.FP32);
        if (!there.contains(wished)) {
            throw new UnusableModel(order.repository() + " is not there as " + wished.label() + "; there is "
                    + String.join(
                            ", ",
                            there.stream().map(WeightPrecision::label).sorted().toList())
                    + ".");
        }
        return wished;
    }

    private static String weights(Set<String> paths) {
        return ModelLayout.WEIGHTS.stream().filter(paths::contains).findFirst().orElse("");
    }

    private static List<WantedFile> packFiles(HubDownload.Fetched fetched) throws UnusableModel {
        Path folder = fetched.files().get(PackManifest.FILE).getParent();
        List<WantedFile> files = new ArrayList<>();
        files.add(WantedFile.of(PackManifest.FILE));
        for (Map.Entry<String, String> file :
                PackManifest.of(PackFiles.inFolder(folder)).sha256().entrySet()) {
            files.add(new WantedFile(file.getKey(), java.util.OptionalLong.empty(), Optional.of(file.getValue())));
        }
        return files;
    }

    private static ModelFolder folder(Plan plan, HubDownload.Fetched fetched) {
        String top = plan.layout() == ModelLayout.PACK ? PackManifest.FILE : "config.json";
        Optional<KnownModel> model = plan.model();
        String repository = plan.repository().toString();
        CheckpointOrigin origin = model.isPresent()
                ? origin(model.get(), fetched.commit())
                : new CheckpointOrigin(repository, fetched.commit(), repository, "see its page on the hub", repository);
        return new ModelFolder(
                fetched.files().get(top).getParent(),
                plan.layout(),
                Optional.of(plan.precision()),
                Optional.of(origin),
                model.map(KnownModel::logitScale).orElse(OptionalDouble.empty()));
    }

    private static CheckpointOrigin origin(KnownModel model, String commit) {
        return new CheckpointOrigin(
                model.repository().toString(), commit, model.name(), model.licence(), model.credit());
    }

    /** Files that somebody copied from a known model are told by the audio model's digest. */
    private ModelFolder recognised(ModelFolder model, Progress progress) throws IOException, CancelledWork {
        if (model.layout() != ModelLayout.PUBLISHED) {
            return model;
        }
        for (WeightPrecision precision : WeightPrecision.values()) {
            Path audio = model.folder().resolve(precision.audioPath());
            if (Files.isRegularFile(audio)) {
                String sha256 = FileDigest.sha256(audio, progress);
                Optional<KnownModel> found = known.ofFile(precision.audioPath(), sha256);
                if (found.isPresent() && found.get().revision().isCommit()) {
                    return new ModelFolder(
                            model.folder(),
                            model.layout(),
                            model.precision(),
                            Optional.of(
                                    origin(found.get(), found.get().revision().name())),
                            found.get().logitScale());
                }
            }
        }
        return model;
    }

    private Optional<ShelvedPack> onShelf(RepositoryId repository, Revision revision, WeightPrecision precision)
            throws UnusableModel {
        if (!revision.isCommit()) {
            return Optional.empty();
        }
        String version = revision.name().substring(0, 8) + "-" + precision.label();
        for (ShelvedPack pack : contents()) {
            if (pack.description().packId().version().equals(version)
                    && PackManifest.of(pack.files()).repository().equals(Optional.of(repository.toString()))) {
                return Optional.of(pack);
            }
        }
        return Optional.empty();
    }

    private List<ShelvedPack> contents() throws UnusableModel {
        try {
            return shelf.contents().packs();
        } catch (UnusablePack e) {
            throw new UnusableModel(e.getMessage(), e);
        }
    }

    private ShelvedPack shelve(ModelFolder model, Progress progress) throws UnusableModel, CancelledWork {
        try (Workbench bench = Workbench.in(shelf.folder())) {
            return shelve(bench, model, progress);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ShelvedPack shelve(Workbench bench, ModelFolder model, Progress progress)
            throws UnusableModel, CancelledWork, IOException {
        Path pack = bench.place("pack");
        model.packTo(pack, progress);
        progress.phase("Trying the model", -1);
        progress.throwIfCancelled();
        try {
            return shelf.add(pack);
        } catch (UnusablePack e) {
            throw new UnusableModel(
                    e.getMessage().replace(pack.toString(), model.folder().toString()), e);
        }
    }

    private UnusableModel unwritable(IOException e) {
        return new UnusableModel(
                "The model can't be put into " + shelf.folder() + ": is the disk full or write-protected?", e);
    }
}
