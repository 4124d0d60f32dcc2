package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.library.PackId;
import app.earmark.search.PackSource;
import app.earmark.tagging.LabelVectors;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.VocabularyLabel;
import app.earmark.teaching.CatalogueTeaching;
import app.earmark.teaching.TaggerSource;
import java.time.Clock;
import java.util.List;

/** Wires what learns from a person. */
final class TeachingParts {

    private TeachingParts() {}

    static CatalogueTeaching teaching(EarmarkHome home, CataloguePorts catalogue, Parts parts, PackSource pack) {
        return new CatalogueTeaching(
                catalogue.tags(),
                catalogue.clips(),
                catalogue.embeddings(),
                catalogue.learned(),
                new TaggerSource() {
                    @Override
                    public PackId pack() throws EncoderFailure {
                        return pack.get().id();
                    }

                    @Override
                    public Tagger get() throws EncoderFailure {
                        return parts.tagger(home, catalogue, pack);
                    }

                    @Override
                    public float[] words(String label) throws EncoderFailure {
                        ModelPack words = pack.get();
                        VocabularyLabel own = new VocabularyLabel(label, List.of(label), true, false);
                        return LabelVectors.of(List.of(own), words.text()).vector(0);
                    }
                },
                Clock.systemUTC());
    }
}
