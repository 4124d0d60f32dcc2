package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.indexing.Scanner;
import app.earmark.search.Searcher;
import java.nio.file.Path;

/** How {@link Earmark} makes its parts; tests of the surfaces hand in other ones. */
public interface Parts {

    CataloguePorts openCatalogue(Path file);

    ModelPack loadPack(EarmarkHome home) throws EncoderFailure;

    Scanner scanner(CataloguePorts catalogue, ModelPack pack) throws EncoderFailure;

    /**
     * @param pack loads the pack when a search needs it; keyword searches never do
     */
    Searcher searcher(CataloguePorts catalogue, PackSource pack);

    /** The pack, loaded at the first call. */
    @FunctionalInterface
    interface PackSource {
        ModelPack get() throws EncoderFailure;
    }
}
