package app.earmark.assembly;

import app.earmark.decode.AudioDecoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.indexing.ClipEmbedder;
import app.earmark.indexing.ClipListener;
import app.earmark.indexing.ModelListener;
import app.earmark.indexing.StageTimes;
import app.earmark.library.Taxonomy;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.Vocabulary;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Wires what listens to clips and names what it heard.
 *
 * @param prompts folder in which the vectors of prompts are kept
 */
record Listening(AudioDecoder decoder, Vocabulary vocabulary, Path prompts) {

    /**
     * @param taxonomies those of the person
     * @param learned of the same pack
     */
    ClipListener with(ModelPack pack, Collection<Taxonomy> taxonomies, LearnedScores learned, StageTimes times)
            throws EncoderFailure {
        Tagger tagger = tagger(pack, taxonomies, learned);
        return new ModelListener(
                new ClipEmbedder(pack, decoder, times),
                tagger::claims,
                Tagger.claimsOfSilence(),
                tagger.vocabulary(),
                times);
    }

    Tagger tagger(ModelPack pack, Collection<Taxonomy> taxonomies, LearnedScores learned) throws EncoderFailure {
        return Tagger.of(pack, vocabulary.with(taxonomies), learned, prompts);
    }
}
