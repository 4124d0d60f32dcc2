package app.earmark.tagging;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What a model claims about clips. Immutable, thread-safe; a microsecond's work a label. */
public final class Tagger {

    /** The label of a clip that holds nothing but silence. */
    public static final String SILENCE = "silence";

    private final PackId pack;
    private final LabelVectors labels;
    private final TagRule rule;
    private final LearnedScores learned;
    /** Indices of the labels that something was learnt about, with their keys. */
    private final Map<Integer, String> taught;

    private final String vocabulary;

    /**
     * @param pack whose vectors the labels are
     */
    public Tagger(PackDescription pack, LabelVectors labels, TagRule rule, LearnedScores learned) {
        this.pack = pack.packId();
        this.labels = labels;
        this.rule = rule;
        this.learned = learned;
        this.taught = taught(labels.labels(), learned.labelKeys());
        this.vocabulary = VocabularyDigest.of(pack.hash(), labels.labels(), rule, learned);
    }

    /**
     * The tagger of a pack. Prompts whose vectors neither came with the pack nor were kept in {@code folder} are encoded, at
     * some milliseconds each.
     *
     * @param folder where vectors of prompts are kept between runs
     * @throws EncoderFailure if the pack's text model can't be run, or the pack gives only part of the rule
     */
    public static Tagger of(ModelPack pack, Vocabulary vocabulary, LearnedScores learned, Path folder)
            throws EncoderFailure {
        TagRule rule = ruleOf(pack.description());
        // so the text model is not even loaded where all prompts are known
        TextEncoder text = prompt -> pack.text().encode(prompt);
        RememberedPrompts prompts = RememberedPrompts.in(folder, pack.description(), pack.promptVectors(), text);
        LabelVectors labels = LabelVectors.of(vocabulary.labels(), prompts);
        prompts.save();
        return new Tagger(pack.description(), labels, rule, learned);
    }

    private static Map<Integer, String> taught(List<VocabularyLabel> labels, Set<String> keys) {
        Map<Integer, String> taught = new HashMap<>();
        for (int i = 0; i < labels.size() && taught.size() < keys.size(); i++) {
            String key = TagPrecedence.keyOf(labels.get(i).label());
            if (keys.contains(key)) {
                taught.put(i, key);
            }
        }
        return taught;
    }

    /**
     * A pack's rule.
     *
     * @throws EncoderFailure if the pack gives only part of it
     */
    public static TagRule ruleOf(PackDescription pack) throws EncoderFailure {
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

    /** Digest of everything but the sound that claims follow from: the pack, the labels with their prompts and
     * thresholds, the rules, what was learnt. */
    public String vocabulary() {
        return vocabulary;
    }

    /**
     * @param clip its vectors by the pack that the labels were encoded with
     * @return the asserted labels, then the guesses, each best first and with its cosine, and with its probability where that
     *     was learnt
     */
    public List<TagClaim> claims(Embedding clip) {
        double[] cosines = labels.cosines(clip.joint());
        double[] probabilities = probabilities(clip, cosines);
        TagRule.Decision decision = rule.decide(labels.labels(), cosines, probabilities);
        List<TagClaim> claims = new ArrayList<>();
        decision.asserted().forEach(i -> claims.add(claim(i, cosines[i], probabilities[i], true)));
        decision.guesses().forEach(i -> claims.add(claim(i, cosines[i], probabilities[i], false)));
        return claims;
    }

    private double[] probabilities(Embedding clip, double[] cosines) {
        double[] probabilities = new double[cosines.length];
        Arrays.fill(probabilities, Double.NaN);
        taught.forEach((label, key) -> probabilities[label] =
                learned.probability(key, clip, cosines[label]).orElse(Double.NaN));
        return probabilities;
    }

    /** What is said of a clip that holds only silence, and so has no vector. */
    public static List<TagClaim> claimsOfSilence() {
        return List.of(new TagClaim(SILENCE, TagSource.MODEL, OptionalDouble.empty(), true));
    }

    private TagClaim claim(int label, double cosine, double probability, boolean asserted) {
        return new TagClaim(
                labels.labels().get(label).label(),
                TagSource.MODEL,
                OptionalDouble.of(cosine),
                Double.isNaN(probability) ? OptionalDouble.empty() : OptionalDouble.of(probability),
                asserted);
    }
}
