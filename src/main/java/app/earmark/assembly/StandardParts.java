package app.earmark.assembly;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.UnusablePack;
import app.earmark.indexing.ClipListener;
import app.earmark.indexing.LibraryScanner;
import app.earmark.indexing.Relistener;
import app.earmark.indexing.Retagger;
import app.earmark.indexing.RetaggingScanner;
import app.earmark.indexing.ScanSettings;
import app.earmark.indexing.Scanner;
import app.earmark.indexing.StageTimes;
import app.earmark.library.LabelNames;
import app.earmark.library.PackId;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.metadata.ClipTextReader;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.ShelvedPack;
import app.earmark.search.HybridSearcher;
import app.earmark.search.PackSource;
import app.earmark.search.Searcher;
import app.earmark.store.Catalogue;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.UcsLabelNames;
import app.earmark.tagging.Vocabulary;
import app.earmark.teaching.TaughtScores;
import app.earmark.teaching.adapter.StoredAdapters;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The parts Earmark ships with. */
public final class StandardParts implements Parts {

    private final Lazy<AudioDecoder, RuntimeException> decoder = new Lazy<>(FfmpegAudioDecoder::new);
    private final Lazy<UcsTable, RuntimeException> ucs = new Lazy<>(UcsTable::load);
    private final Lazy<Vocabulary, RuntimeException> vocabulary = new Lazy<>(() -> Vocabulary.ofUcs(ucs.get()));

    @Override
    public CataloguePorts openCatalogue(Path file, Access access) {
        Catalogue catalogue =
                switch (access) {
                    case READ -> Catalogue.openForReading(file, names());
                    case CHANGE -> Catalogue.openToChange(file, names());
                    case CREATE -> Catalogue.open(file, names());
                };
        return new CataloguePorts(
                catalogue.clips(),
                catalogue.tags(),
                catalogue.scans(),
                catalogue.embeddings(),
                catalogue.keywords(),
                catalogue.journal(),
                catalogue.taxonomies(),
                catalogue.learned(),
                catalogue.isReadOnly(),
                catalogue.notice(),
                catalogue::condition,
                catalogue);
    }

    @Override
    public AudioDecoder decoder() {
        return decoder.get();
    }

    @Override
    public UcsTable ucs() {
        return ucs.get();
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary.get();
    }

    @Override
    public PackShelf packs(EarmarkHome home) {
        return new PackShelf(home.packs());
    }

    @Override
    public ModelPack loadPack(EarmarkHome home) throws EncoderFailure {
        try {
            return packs(home).open();
        } catch (UnusablePack e) {
            throw new EncoderFailure(e.getMessage(), e);
        }
    }

    @Override
    public Optional<ModelPack> loadPack(EarmarkHome home, PackId pack) throws EncoderFailure {
        try {
            for (ShelvedPack shelved : packs(home).contents().packs()) {
                if (shelved.description().packId().equals(pack)) {
                    return Optional.of(OnnxModelPack.open(shelved.files()));
                }
            }
            return Optional.empty();
        } catch (UnusablePack e) {
            throw new EncoderFailure(e.getMessage(), e);
        }
    }

    @Override
    public Scanner scanner(EarmarkHome home, CataloguePorts catalogue, PackSource pack) {
        StageTimes times = new StageTimes();
        LibraryScanner scanner = new LibraryScanner(
                catalogue.clips(),
                catalogue.records(),
                decoder.get(),
                new ClipTextReader(ucs.get()),
                listeners(home, catalogue, pack, times),
                ScanSettings.ofThisMachine(),
                times);
        return new RetaggingScanner(scanner, retagger(home, catalogue, pack));
    }

    @Override
    public Relistener relistener(EarmarkHome home, CataloguePorts catalogue, PackSource pack) {
        StageTimes times = new StageTimes();
        return new Relistener(
                catalogue.records(),
                () -> {
                    try {
                        return pack.get().id();
                    } catch (EncoderFailure e) {
                        throw new PackUnavailable(e);
                    }
                },
                listeners(home, catalogue, pack, times),
                ScanSettings.ofThisMachine(),
                times);
    }

    private Supplier<ClipListener> listeners(
            EarmarkHome home, CataloguePorts catalogue, PackSource pack, StageTimes times) {
        return () -> {
            try {
                ModelPack listens = pack.get();
                return listening(home).with(listens, taxonomies(catalogue), learned(catalogue, listens), times);
            } catch (EncoderFailure e) {
                throw new PackUnavailable(e);
            }
        };
    }

    @Override
    public Retagger retagger(EarmarkHome home, CataloguePorts catalogue, PackSource pack) {
        return new Retagger(catalogue.records(), catalogue.embeddings(), () -> {
            try {
                return tagger(home, catalogue, pack);
            } catch (EncoderFailure e) {
                throw new PackUnavailable(e);
            }
        });
    }

    @Override
    public Tagger tagger(EarmarkHome home, CataloguePorts catalogue, PackSource pack) throws EncoderFailure {
        ModelPack tags = pack.get();
        return listening(home).tagger(tags, taxonomies(catalogue), learned(catalogue, tags));
    }

    @Override
    public Searcher searcher(CataloguePorts catalogue, PackSource pack) {
        return new HybridSearcher(
                catalogue.clips(),
                catalogue.keywords(),
                catalogue.embeddings(),
                pack,
                new StoredAdapters(catalogue.learned())::current,
                Executors.newCachedThreadPool(task -> {
                    Thread thread = new Thread(task, "search");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    @Override
    public SoundListener listener(EarmarkHome home, PackSource pack) {
        return new PackListener(
                decoder.get(), new ClipTextReader(ucs.get()), new TagPrecedence(names()), new Lazy<>(() -> listening(
                                home)
                        .with(pack.get(), List.of(), LearnedScores.NONE, new StageTimes())));
    }

    private Listening listening(EarmarkHome home) {
        return new Listening(decoder.get(), vocabulary.get(), home.caches());
    }

    private static List<Taxonomy> taxonomies(CataloguePorts catalogue) {
        return catalogue.taxonomies().taxonomies();
    }

    private static LearnedScores learned(CataloguePorts catalogue, ModelPack pack) {
        return TaughtScores.of(catalogue.learned(), pack.id());
    }

    private LabelNames names() {
        return new UcsLabelNames(ucs.get(), vocabulary.get());
    }
}
