package app.earmark.tagging;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import app.earmark.library.PackId;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a model claims about clips. Immutable, thread-safe; a microsecond's work a label. */
public final class Tagger {

    /** The label of a clip that holds nothing but silence. */
    public static final String SILENCE = "silence";

    private final PackId pack;
    private final LabelVectors labels;
    private final TagRule rule;
    private final String vocabulary;

    /**
     * @param pack whose vectors the labels are
     */
    public Tagger(PackDescription pack, LabelVectors labels, TagRule rule) {
        this.pack = pack.packId();
        this.labels = labels;
        this.rule = rule;
        this.vocabulary = VocabularyDigest.of(pack.hash(), labels.labels(), rule);
    }

    /**
     * The tagger of a pack. Prompts whose vectors neither came with the pack nor were kept in {@code folder} are encoded, at
     * some milliseconds each.
     *
     * @param folder where vectors of prompts are kept between runs
     * @throws EncoderFailure if the pack's text model can't be run, or the pack gives only part of the rule
     */
    public static Tagger of(ModelPack pack, Vocabulary vocabulary, Path folder) throws EncoderFailure {
        TagRule rule = rule(pack.description());
        // so the text model is not even loaded where all prompts are known
        TextEncoder text = prompt -> pack.text().encode(prompt);
        RememberedPrompts prompts = RememberedPrompts.in(folder, pack.description(), pack.promptVectors(), text);
        LabelVectors labels = LabelVectors.of(vocabulary.labels(), prompts);
        prompts.save();
        return new Tagger(pack.description(), labels, rule);
    }

    private static TagRule rule(PackDescription pack) throws EncoderFailure {
        try {
            return TagRule.of(pack.tagging());
        } catch (IllegalArgumentException e) {
            throw new EncoderFailure(
                    "The pack.json of the model pack " + pack.packId() + " gives only part of its tagging rule; get the"
                            + " pack again, or leave \"tagging\" out.",
                    e);
        }
    }

    public PackId pack() {
        return pack;
    }

    /** Digest of everything but the sound that claims follow from: the pack, the labels with their prompts, the rule. */
    public String vocabulary() {
        return vocabulary;
    }

    /**
     * @param joint a clip's unit-length joint vector, of the pack that the labels were encoded with
     * @return the asserted labels, then the guesses, each best first and with its cosine
     */
    public List<TagClaim> claims(float[] joint) {
        double[] cosines = labels.cosines(joint);
        TagRule.Decision decision = rule.decide(labels.labels(), cosines);
        List<TagClaim> claims = new ArrayList<>();
        decision.asserted().forEach(i -> claims.add(claim(i, cosines[i], true)));
        decision.guesses().forEach(i -> claims.add(claim(i, cosines[i], false)));
        return claims;
    }

    /** What is said of a clip that holds only silence, and so has no vector. */
    public static List<TagClaim> claimsOfSilence() {
        return List.of(new TagClaim(SILENCE, TagSource.MODEL, OptionalDouble.empty(), true));
    }

    private TagClaim claim(int label, double cosine, boolean asserted) {
        return new TagClaim(labels.labels().get(label).label(), TagSource.MODEL, OptionalDouble.of(cosine), asserted);
    }
}
