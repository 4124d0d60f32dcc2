package app.earmark.assembly;

import app.earmark.decode.UndecodableFile;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.UnusablePack;
import app.earmark.export.ColumnPresets;
import app.earmark.export.TagSheet;
import app.earmark.export.VectorFile;
import app.earmark.importing.SheetImport;
import app.earmark.indexing.Relistener;
import app.earmark.indexing.Retagger;
import app.earmark.indexing.ScanSettings;
import app.earmark.indexing.Scanner;
import app.earmark.library.AudioFacts;
import app.earmark.library.CatalogueCondition;
import app.earmark.library.ClipCatalog;
import app.earmark.library.EditJournal;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.KeywordIndex;
import app.earmark.library.LabelNames;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyCatalog;
import app.earmark.metadata.MetadataReader;
import app.earmark.metadata.write.MetadataWriter;
import app.earmark.modelhub.KnownModels;
import app.earmark.modelhub.ModelFetcher;
import app.earmark.modelhub.PackShelf;
import app.earmark.playback.JavaSoundSink;
import app.earmark.playback.LinePlayer;
import app.earmark.playback.PlaybackEngine;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.renaming.Renamer;
import app.earmark.search.PackSource;
import app.earmark.search.QueryParser;
import app.earmark.search.Searcher;
import app.earmark.tagging.Classifier;
import app.earmark.tagging.UcsLabelNames;
import app.earmark.taxonomies.TagPreviewer;
import app.earmark.taxonomies.UcsTaxonomy;
import app.earmark.teaching.CatalogueTeaching;
import app.earmark.teaching.TaughtScores;
import app.earmark.teaching.adapter.NameLearning;
import app.earmark.ucs.UcsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Earmark over one catalogue: every part wired, each made when first asked for, so that a command pays only for what it
 * uses. Thread-safe. Methods that open the catalogue throw {@link app.earmark.library.CatalogueUnavailable}; none
 * belongs on the UI thread.
 */
public final class Earmark implements AutoCloseable {

    private static final Duration MEASURING = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(Earmark.class);

    private final EarmarkHome home;
    private final Path file;
    private final Lazy<CataloguePorts, RuntimeException> catalogue;
    private final Parts parts;
    private final OpenPacks packs;
    private final PackSource serving;
    private final Lazy<Scanner, RuntimeException> scanner;
    private final Lazy<Searcher, RuntimeException> searcher;
    private final Lazy<SoundListener, RuntimeException> listener;
    private final Lazy<SoundListener, RuntimeException> queryListener;
    private final Lazy<FileEdits, RuntimeException> fileEdits;
    private final Lazy<CatalogueTeaching, RuntimeException> teaching;

    /**
     * @param file the catalogue
     * @param access whether it is made when it does not exist
     */
    public Earmark(EarmarkHome home, Path file, Access access, Parts parts) {
        this.home = home;
        this.parts = parts;
        this.file = file.toAbsolutePath().normalize();
        catalogue = new Lazy<>(() -> open(access));
        packs = new OpenPacks(() -> parts.loadPack(home), id -> parts.loadPack(home, id));
        serving = new ServingPack(packs, this::embeddings, System::nanoTime);
        fileEdits = new Lazy<>(() -> new FileEdits(this.file, home.backups(), catalogue.get(), parts));
        scanner = new Lazy<>(() -> parts.scanner(home, catalogue.get(), packs::chosen));
        searcher = new Lazy<>(() -> parts.searcher(catalogue.get(), serving));
        listener = new Lazy<>(() -> parts.listener(home, packs::chosen));
        queryListener = new Lazy<>(() -> parts.listener(home, serving));
        teaching = new Lazy<>(() -> TeachingParts.teaching(home, catalogue.get(), parts, packs::chosen));
    }

    /** Before anything else is done to files that were being changed when Earmark was cut off, the catalogue is told. */
    private CataloguePorts open(Access access) {
        CataloguePorts ports = parts.openCatalogue(file, access);
        return ports.readOnly() || !FileEdits.cutOff(file)
                ? ports
                : ports.with(new FileEdits(file, home.backups(), ports, parts).settle());
    }

    /** What to say of work that an earlier Earmark was cut off in, if there was any and the catalogue can be changed. */
    public Optional<String> cutOff() {
        return FileEdits.cutOff(file) && !readOnly() ? notice() : Optional.empty();
    }

    public EarmarkHome home() {
        return home;
    }

    /** Absolute path of the catalogue's file. */
    public Path file() {
        return file;
    }

    public ClipCatalog clips() {
        return catalogue.get().clips();
    }

    public TagCatalog tags() {
        return catalogue.get().tags();
    }

    /** The write side of scanning; surfaces use it to forget records, and for nothing else. */
    public ScanCatalog records() {
        return catalogue.get().records();
    }

    public EmbeddingCatalog embeddings() {
        return catalogue.get().embeddings();
    }

    public KeywordIndex keywords() {
        return catalogue.get().keywords();
    }

    /** What the person did, to undo it. */
    public EditJournal journal() {
        return catalogue.get().journal();
    }

    /** Undoes what the person did. */
    public Undo undo() {
        return fileEdits.get().undo();
    }

    /** Renames sounds. */
    public Renamer renamer() {
        return fileEdits.get().renamer();
    }

    /** Writes metadata into sounds. */
    public MetadataEditor metadata() {
        return fileEdits.get().metadata();
    }

    /** Reads the metadata of single files; the catalogue stays closed. */
    public MetadataReader metadataReader() {
        return new MetadataReader(parts.ucs());
    }

    /** Writes metadata into single files, of which the catalogue, which stays closed, learns nothing. */
    public MetadataWriter metadataWriter() {
        return new MetadataWriter(parts.ucs());
    }

    /** The person's sets of labels. */
    public TaxonomyCatalog taxonomies() {
        return catalogue.get().taxonomies();
    }

    /** The CatIDs as a taxonomy, with the prompts that Earmark brings for them. */
    public Taxonomy ucsTaxonomy() {
        return UcsTaxonomy.of(parts.vocabulary());
    }

    /** Says what changed taxonomies would tag; its owner closes it. */
    public TagPreviewer tagPreviewer() {
        return new TagPreviewer(
                embeddings(),
                tags(),
                new DraftTaggers(
                        parts.vocabulary(), home.caches(), packs::chosen, id -> TaughtScores.of(learned(), id)));
    }

    /** Learns labels from what persons said. */
    public CatalogueTeaching teaching() {
        return teaching.get();
    }

    /** Learns from the names of the library's own sounds. */
    public NameLearning adapter() {
        return new NameLearning(clips(), embeddings(), tags(), learned());
    }

    /** What was learnt from the person and the library. */
    public LearnedCatalog learned() {
        return catalogue.get().learned();
    }

    /** Looks at the catalogue's file itself, for at most about this long. */
    public CatalogueCondition condition(Duration most) {
        return catalogue.get().condition().apply(most);
    }

    /** Whether nothing can be changed, because another instance has the catalogue or the file can't be written. */
    public boolean readOnly() {
        return catalogue.get().readOnly();
    }

    /** A sentence for the person about how the catalogue was opened. */
    public Optional<String> notice() {
        return catalogue.get().notice();
    }

    /** The chosen pack, which listens and tags; searches may be served by another until it has listened to everything. */
    public ModelPack pack() throws EncoderFailure {
        return packs.chosen();
    }

    /** The pack that searches are served by. */
    public ModelPack servingPack() throws EncoderFailure {
        return serving.get();
    }

    /**
     * Chooses a pack, from now on. What it has not listened to yet is {@link #relistener}'s and every scan's work.
     *
     * @throws UnusablePack if it is not on the shelf
     */
    public void use(PackId pack) throws UnusablePack {
        packs().use(pack);
        packs.choiceChanged();
    }

    /** The packs there are. */
    public PackShelf packs() {
        return parts.packs(home);
    }

    /**
     * Measures how fast this machine listens with a pack; takes some seconds.
     *
     * @throws EncoderFailure if it is not on the shelf, or can't be run
     */
    public PackSpeed speed(PackId pack, Progress progress) throws EncoderFailure, CancelledWork {
        progress.phase("Loading the model", -1);
        try (ModelPack measured = parts.loadPack(home, pack)
                .orElseThrow(() -> new EncoderFailure("The model pack " + pack + " is no longer there.", null))) {
            PackSpeed speed = PackSpeed.measure(
                    measured.audio(), ScanSettings.ofThisMachine().workers(), MEASURING, progress);
            Map<String, float[]> there = measured.promptVectors();
            long prompts = parts.vocabulary().labels().stream()
                    .flatMap(label -> label.prompts().stream())
                    .filter(prompt -> !there.containsKey(prompt))
                    .distinct()
                    .count();
            return prompts == 0 ? speed : speed.withLabels(PackSpeed.promptSeconds(measured.text(), prompts));
        }
    }

    /** Brings new packs. */
    public ModelFetcher models() {
        return new ModelFetcher(packs(), parts.hub(), KnownModels.load());
    }

    public Scanner scanner() {
        return scanner.get();
    }

    /** Makes tags follow a change of labels, without listening again. */
    public Retagger retagger() {
        return parts.retagger(home, catalogue.get(), packs::chosen);
    }

    /** Lets the chosen pack listen to what only others have heard. */
    public Relistener relistener() {
        return parts.relistener(home, catalogue.get(), packs::chosen);
    }

    public Searcher searcher() {
        return searcher.get();
    }

    /** Takes apart what a person typed to search with. */
    public QueryParser queries() {
        return new QueryParser(
                new LabelWords(ucs(), parts.vocabulary(), () -> taxonomies().taxonomies()));
    }

    /** What a file is, from its headers. */
    public AudioFacts probe(Path sound) throws UnusableFile {
        try {
            return parts.decoder().probe(sound);
        } catch (UndecodableFile e) {
            throw new UnusableFile(e.failure(), e);
        }
    }

    /** Listens to single files apart from the catalogue, which stays closed. */
    public SoundListener listener() {
        return listener.get();
    }

    /** Listens to a sound to search with, with the pack that searches are served by. */
    public SoundListener queryListener() {
        return queryListener.get();
    }

    /**
     * The vectors of single files: those that the catalogue has, if there is one and the file has not changed, else by
     * listening.
     */
    public VectorSource vectorSource() throws EncoderFailure {
        return Files.exists(file)
                ? new RememberedVectors(catalogue, pack().id(), listener())
                : sound -> listener().listen(sound).embedding();
    }

    /** What labels mean. */
    public LabelNames labelNames() {
        return new UcsLabelNames(parts.ucs(), parts.vocabulary());
    }

    /** The list of CatIDs. */
    public UcsTable ucs() {
        return parts.ucs();
    }

    /** Writes tag sheets from this catalogue. */
    public TagSheet sheet() {
        return new TagSheet(clips());
    }

    /** Takes sheets into this catalogue. */
    public SheetImport sheetImport() {
        return new SheetImport(clips(), journal(), ucs(), new TagPrecedence(labelNames()));
    }

    /** The choices of columns that a sheet may have. */
    public ColumnPresets columnPresets() {
        return new ColumnPresets(home.columnPresets());
    }

    /** Writes vectors from this catalogue for other programs. */
    public VectorFile vectors() {
        return new VectorFile(clips(), embeddings());
    }

    /**
     * Scores clips against these labels; the catalogue stays closed.
     *
     * @throws EncoderFailure if the pack's text model can't be run
     */
    public Classifier classifier(List<String> labels) throws EncoderFailure {
        ModelPack with = pack();
        return Classifier.of(
                labels, parts.vocabulary(), with.text(), with.description().logitScale());
    }

    /** An engine that plays whatever decodes; its owner closes it. */
    public PlaybackEngine player() {
        return new LinePlayer(parts.decoder(), new JavaSoundSink());
    }

    @Override
    public void close() {
        teaching.ifMade().ifPresent(this::closeIfCloseable);
        listener.ifMade().ifPresent(this::closeIfCloseable);
        queryListener.ifMade().ifPresent(this::closeIfCloseable);
        searcher.ifMade().ifPresent(this::closeIfCloseable);
        scanner.ifMade().ifPresent(this::closeIfCloseable);
        packs.close();
        catalogue.ifMade().map(CataloguePorts::handle).ifPresent(this::closeIfCloseable);
    }

    private void closeIfCloseable(Object part) {
        if (part instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
            }
        }
    }
}
