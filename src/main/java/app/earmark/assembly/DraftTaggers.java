package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.library.PackId;
import app.earmark.library.Taxonomy;
import app.earmark.search.PackSource;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.RememberedPrompts;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.Vocabulary;
import app.earmark.taxonomies.TagPreviewer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Function;

/** Makes taggers of taxonomies that are only tried out; what their prompts mean is remembered here and not on disk. */
final class DraftTaggers implements TagPreviewer.Drafts {

    private final Vocabulary vocabulary;
    private final Path folder;
    private final PackSource packs;
    private final Function<PackId, LearnedScores> learned;
    private PackId remembered;
    private RememberedPrompts prompts;

    /**
     * @param vocabulary the CatIDs with their prompts
     * @param folder where vectors of prompts are kept
     * @param learned what was learnt for a pack
     */
    DraftTaggers(Vocabulary vocabulary, Path folder, PackSource packs, Function<PackId, LearnedScores> learned) {
        this.vocabulary = vocabulary;
        this.folder = folder;
        this.packs = packs;
        this.learned = learned;
    }

    @Override
    public Tagger taggerFor(Collection<Taxonomy> taxonomies) throws EncoderFailure {
        ModelPack pack = packs.get();
        return Tagger.draft(pack.description(), vocabulary.with(taxonomies), learned.apply(pack.id()), promptsOf(pack));
    }

    private synchronized RememberedPrompts promptsOf(ModelPack pack) {
        if (!pack.id().equals(remembered)) {
            prompts = RememberedPrompts.in(folder, pack.description(), pack.promptVectors(), prompt -> pack.text()
                    .encode(prompt));
            remembered = pack.id();
        }
        return prompts;
    }
}
