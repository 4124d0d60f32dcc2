package app.earmark.assembly;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.indexing.Scanner;
import app.earmark.search.Searcher;
import app.earmark.store.Catalogue;
import app.earmark.tagging.UcsLabelNames;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.List;

/** The parts Earmark ships with. */
public final class StandardParts implements Parts {

    private final Lazy<AudioDecoder, RuntimeException> decoder = new Lazy<>(FfmpegAudioDecoder::new);
    private final Lazy<UcsTable, RuntimeException> ucs = new Lazy<>(UcsTable::load);
    private final Lazy<Vocabulary, RuntimeException> vocabulary = new Lazy<>(() -> Vocabulary.ofUcs(ucs.get()));

    @Override
    public CataloguePorts openCatalogue(Path file, Access access) {
        UcsLabelNames names = new UcsLabelNames(ucs.get(), vocabulary.get());
        Catalogue catalogue =
                switch (access) {
                    case READ -> Catalogue.openForReading(file, names);
                    case CHANGE -> Catalogue.open(file, names);
                };
        return new CataloguePorts(
                catalogue.clips(),
                catalogue.tags(),
                catalogue.scans(),
                catalogue.embeddings(),
                catalogue.keywords(),
                catalogue.isReadOnly(),
                catalogue.notice(),
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
    public List<PackDescription> packs(EarmarkHome home) throws EncoderFailure {
        throw new EncoderFailure("No model pack is part of this build yet.", null);
    }

    @Override
    public ModelPack loadPack(EarmarkHome home) throws EncoderFailure {
        throw new EncoderFailure("No model pack is part of this build yet.", null);
    }

    @Override
    public Scanner scanner(CataloguePorts catalogue, PackSource pack) {
        throw new UnsupportedOperationException("no scanner yet");
    }

    @Override
    public Searcher searcher(CataloguePorts catalogue, PackSource pack) {
        throw new UnsupportedOperationException("no searcher yet");
    }

    @Override
    public SoundListener listener(PackSource pack) {
        throw new UnsupportedOperationException("no listener yet");
    }
}
