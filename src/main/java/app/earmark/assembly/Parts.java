package app.earmark.assembly;

import app.earmark.decode.AudioDecoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.indexing.Relistener;
import app.earmark.indexing.Retagger;
import app.earmark.indexing.Scanner;
import app.earmark.library.PackId;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.download.HubEnvironment;
import app.earmark.search.PackSource;
import app.earmark.search.Searcher;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.Optional;

/** How {@link Earmark} makes its parts; tests of the surfaces hand in other ones. */
public interface Parts {

    /**
     * Opens a catalogue.
     *
     * @throws app.earmark.library.CatalogueMissing if there is none and {@code access} does not make one
     */
    CataloguePorts openCatalogue(Path file, Access access);

    AudioDecoder decoder();

    UcsTable ucs();

    /** The CatIDs with their prompts. */
    Vocabulary vocabulary();

    /** The packs there are. */
    PackShelf packs(EarmarkHome home);

    /** Where models are downloaded from. */
    default HubEnvironment hub() {
        return HubEnvironment.ofThisMachine();
    }

    /** Opens the pack in use. */
    ModelPack loadPack(EarmarkHome home) throws EncoderFailure;

    /** Opens a pack; empty if it is not there any more. */
    Optional<ModelPack> loadPack(EarmarkHome home, PackId pack) throws EncoderFailure;

    /**
     * @param pack loads the pack when there is something to listen to
     */
    Scanner scanner(EarmarkHome home, CataloguePorts catalogue, PackSource pack);

    /**
     * @param pack loads the pack when the labels have to be compared
     */
    Retagger retagger(EarmarkHome home, CataloguePorts catalogue, PackSource pack);

    /**
     * Compares clips with the labels there are now, and with what was learnt of them by now.
     *
     * @throws EncoderFailure if the pack can't be opened, or its text model can't be run
     */
    Tagger tagger(EarmarkHome home, CataloguePorts catalogue, PackSource pack) throws EncoderFailure;

    /**
     * @param pack loads the pack when there is something to listen to
     */
    Relistener relistener(EarmarkHome home, CataloguePorts catalogue, PackSource pack);

    /**
     * @param pack loads the pack when a search needs it; keyword searches never do
     */
    Searcher searcher(CataloguePorts catalogue, PackSource pack);

    /** Listens to single files, apart from any catalogue. */
    SoundListener listener(EarmarkHome home, PackSource pack);
}
