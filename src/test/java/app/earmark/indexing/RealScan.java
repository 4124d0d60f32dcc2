package app.earmark.indexing;

import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.embed.ModelPack;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.embed.UnusablePack;
import app.earmark.library.Clip;
import app.earmark.library.LabelNames;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.metadata.ClipTextReader;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** A scanner with the real decoder, the bundled pack and a real catalogue; only the tagger is made up. */
final class RealScan implements AutoCloseable {

    static final TagClaim SILENCE = new TagClaim("silence", TagSource.MODEL, OptionalDouble.empty(), true);

    static final String VOCABULARY = "first dimension";

    final Catalogue catalogue;
    final StageTimes times = new StageTimes();
    private final ModelPack pack;

    RealScan(Path catalogueFile) {
        catalogue = Catalogue.open(catalogueFile, LabelNames.OWN_ONLY);
        try {
            pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
        } catch (UnusablePack e) {
            throw new IllegalStateException(e);
        }
    }

    LibraryScanner scanner() {
        return scanner(listener -> listener);
    }

    LibraryScanner scanner(UnaryOperator<ClipListener> around) {
        FfmpegAudioDecoder decoder = new FfmpegAudioDecoder();
        ClipListener listener = around.apply(new ModelListener(
                new ClipEmbedder(pack, decoder, times),
                clip -> firstDimensionAsTag(clip.joint()),
                List.of(SILENCE),
                VOCABULARY,
                times));
        return new LibraryScanner(
                catalogue.clips(),
                catalogue.scans(),
                decoder,
                new ClipTextReader(UcsTable.load()),
                () -> listener,
                new ScanSettings(2),
                times);
    }

    ScanReport scan(Path folder) {
        return scanner().scan(List.of(folder), false, Progress.NONE);
    }

    ModelPack pack() {
        return pack;
    }

    Clip clip(Path file) {
        return catalogue.clips().findByPath(file).orElseThrow();
    }

    @Override
    public void close() {
        pack.close();
        catalogue.close();
    }

    private static List<TagClaim> firstDimensionAsTag(float[] joint) {
        return List.of(new TagClaim("heard", TagSource.MODEL, OptionalDouble.of(joint[0]), true));
    }
}
