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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a model claims about clips. Immutable, thread-safe; a microsecond's work a label. */
public final class Tagger {

    /** The label of a clip that holds nothing but silence. */
    public static final String SILENCE = "silence";

    /** From here on a label whose probability is known is believed, unless a person set another threshold. */
    private static final double LIKELY = 0.5;

    private static final double LEAST_WORTH_A_GUESS = 0.1;

    private final PackDescription description;
    private final LabelVectors labels;
    private final TagRule rule;
    private final LearnedScores learned;
    private final Map<String, Integer> indexOf;
    /** Indices of the labels that something was learnt about, with their keys. */
    private final Map<Integer, String> taught;

    private final String vocabulary;

    /**
     * @param pack whose vectors the labels are
     */
    public Tagger(PackDescription pack, LabelVectors labels, TagRule rule, LearnedScores learned) {
        this.description = pack;
        this.labels = labels;
        this.rule = rule;
        this.learned = learned;
        this.indexOf = indices(labels.labels());
        this.taught = new HashMap<>();
        learned.labelKeys().forEach(key -> {
            if (indexOf.containsKey(key)) {
                taught.put(indexOf.get(key), key);
            }
        });
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

    /**
     * A tagger for a change that is only tried out.
     *
     * @param prompts the pack's text encoder, perhaps one that remembers
     * @throws EncoderFailure if the pack's text model can't be run, or the pack gives only part of the rule
     */
    public static Tagger draft(PackDescription pack, Vocabulary vocabulary, LearnedScores learned, TextEncoder prompts)
            throws EncoderFailure {
        return new Tagger(pack, LabelVectors.of(vocabulary.labels(), prompts), ruleOf(pack), learned);
    }

    private static Map<String, Integer> indices(List<VocabularyLabel> labels) {
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            indices.put(TagPrecedence.keyOf(labels.get(i).label()), i);
        }
        return indices;
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
        return description.packId();
    }

    /** The same with something else learnt. */
    public Tagger with(LearnedScores others) {
        return new Tagger(description, labels, rule, others);
    }

    public LabelVectors labels() {
        return labels;
    }

    public TagRule rule() {
        return rule;
    }

    /** Whether something was learnt about the label at this place, beside what its prompts say. */
    public boolean isTaught(int label) {
        return taught.containsKey(label);
    }

    /** Digest of everything but the sound that claims follow from: the pack, the labels with their prompts and
     * thresholds, the rules, what was learnt. */
    public String vocabulary() {
        return vocabulary;
    }

    /**
     * What was learnt about a label decides about it alone; the claims to all other labels are the same as without it.
     *
     * @param clip its vectors by the pack that the labels were encoded with
     * @return the asserted labels, then the guesses, each best first and with its cosine, and with its probability where that
     *     was learnt
     */
    public List<TagClaim> claims(Embedding clip) {
        double[] cosines = labels.cosines(clip.joint());
        Map<Integer, Double> probabilities = new HashMap<>();
        taught.forEach((label, key) -> learned.probability(key, clip, cosines[label])
                .ifPresent(probability -> probabilities.put(label, probability)));
        TagRule.Decision decision = rule.decide(labels.labels(), cosines);
        List<TagClaim> claims = new ArrayList<>();
        for (int i : decision.asserted()) {
            if (!probabilities.containsKey(i)) {
                claims.add(claim(i, cosines[i], OptionalDouble.empty(), true));
            }
        }
        for (int i : decision.guesses()) {
            if (!probabilities.containsKey(i)) {
                claims.add(claim(i, cosines[i], OptionalDouble.empty(), false));
            }
        }
        probabilities.forEach(
                (i, probability) -> taughtClaim(i, cosines[i], probability).ifPresent(claims::add));
        claims.sort(Comparator.comparing(TagClaim::asserted).reversed().thenComparingDouble(c -> -c.score()
                .orElse(0)));
        return claims;
    }

    /** What {@link #claims} has on one label; much faster where something was learnt about it. */
    public Optional<TagClaim> claim(String label, Embedding clip) {
        String key = TagPrecedence.keyOf(label);
        Integer i = indexOf.get(key);
        if (i != null && taught.containsKey(i)) {
            double cosine = labels.cosine(i, clip.joint());
            OptionalDouble probability = learned.probability(key, clip, cosine);
            if (probability.isPresent()) {
                return taughtClaim(i, cosine, probability.getAsDouble());
            }
        }
        return i == null
                ? Optional.empty()
                : claims(clip).stream()
                        .filter(c -> TagPrecedence.keyOf(c.label()).equals(key))
                        .findFirst();
    }

    /** Cosine with the label's prompts; empty if the vocabulary does not have the label. */
    public OptionalDouble similarity(String label, float[] joint) {
        Integer i = indexOf.get(TagPrecedence.keyOf(label));
        return i == null ? OptionalDouble.empty() : OptionalDouble.of(labels.cosine(i, joint));
    }

    /** Whether the vocabulary has the label. */
    public boolean knows(String label) {
        return indexOf.containsKey(TagPrecedence.keyOf(label));
    }

    /** Least probability at which a label is asserted once its scores are calibrated. */
    public double leastProbability(String label) {
        Integer i = indexOf.get(TagPrecedence.keyOf(label));
        return i == null ? LIKELY : leastProbability(labels.labels().get(i));
    }

    private static double leastProbability(VocabularyLabel label) {
        return label.threshold().orElse(LIKELY);
    }

    private Optional<TagClaim> taughtClaim(int label, double cosine, double probability) {
        VocabularyLabel described = labels.labels().get(label);
        if (!described.heard() || probability < LEAST_WORTH_A_GUESS) {
            return Optional.empty();
        }
        return Optional.of(
                claim(label, cosine, OptionalDouble.of(probability), probability >= leastProbability(described)));
    }

    /** What is said of a clip that holds only silence, and so has no vector. */
    public static List<TagClaim> claimsOfSilence() {
        return List.of(new TagClaim(SILENCE, TagSource.MODEL, OptionalDouble.empty(), true));
    }

    private TagClaim claim(int label, double cosine, OptionalDouble probability, boolean asserted) {
        return new TagClaim(
                labels.labels().get(label).label(), TagSource.MODEL, OptionalDouble.of(cosine), probability, asserted);
    }
}
