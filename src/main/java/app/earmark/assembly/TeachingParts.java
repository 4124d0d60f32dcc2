package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.library.PackId;
import app.earmark.search.PackSource;
import app.earmark.tagging.Tagger;
import app.earmark.teaching.CatalogueTeaching;
import app.earmark.teaching.TaggerSource;
import java.time.Clock;

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
                },
                Clock.systemUTC());
    }
}
