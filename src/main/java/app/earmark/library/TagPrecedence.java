package app.earmark.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Makes one truth of what several sources say about a clip: a person before file metadata before the file's name before
 * the model.
 *
 * <ul>
 *   <li>A label that a person rejected is gone, whoever else asserts it.
 *   <li>Where a person, the file or its name asserts a CatID, the CatIDs that only the model asserts become guesses;
 *       own labels of the model stay.
 *   <li>Labels that differ in case alone are one label.
 * </ul>
 */
public final class TagPrecedence {

    private final LabelNames names;

    public TagPrecedence(LabelNames names) {
        this.names = names;
    }

    /** The form under which labels are the same label: composed, without case and outer blanks. */
    public static String keyOf(String label) {
        return Normalizer.normalize(label.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The tags, guesses and rejections that follow from all claims about one clip. */
    public ClipTags resolve(Collection<TagClaim> claims) {
        Map<String, List<TagClaim>> byLabel = new LinkedHashMap<>();
        claims.forEach(claim -> byLabel.computeIfAbsent(keyOf(claim.label()), key -> new ArrayList<>())
                .add(claim));
        List<Verdict> verdicts = byLabel.values().stream().map(this::verdictOn).toList();
        boolean categorised =
                verdicts.stream().anyMatch(v -> v.holds() && v.source() != TagSource.MODEL && names.isCatId(v.label()));
        List<Tag> tags = new ArrayList<>();
        List<Guess> guesses = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        for (Verdict v : verdicts) {
            if (v.rejected()) {
                rejected.add(v.label());
            } else if (v.holds() && !(categorised && v.source() == TagSource.MODEL && names.isCatId(v.label()))) {
                tags.add(new Tag(v.label(), names.nameOf(v.label()), v.score(), v.probability(), v.source()));
            } else {
                guesses.add(
                        new Guess(v.label(), names.nameOf(v.label()), v.score().orElse(0), v.probability()));
            }
        }
        tags.sort(Comparator.comparing(Tag::source)
                .thenComparing(tag -> -tag.score().orElse(0))
                .thenComparing(Tag::label));
        guesses.sort(Comparator.comparingDouble(Guess::score).reversed().thenComparing(Guess::label));
        rejected.sort(Comparator.naturalOrder());
        return new ClipTags(tags, guesses, rejected);
    }

    private Verdict verdictOn(List<TagClaim> claims) {
        TagSource source = claims.stream()
                .filter(TagClaim::asserted)
                .map(TagClaim::source)
                .min(Comparator.naturalOrder())
                .orElse(null);
        boolean rejected = claims.stream().anyMatch(c -> c.source() == TagSource.PERSON && !c.asserted());
        return new Verdict(
                spelling(claims, source),
                source,
                ofModel(claims, TagClaim::score),
                ofModel(claims, TagClaim::probability),
                rejected);
    }

    private static OptionalDouble ofModel(List<TagClaim> claims, Function<TagClaim, OptionalDouble> number) {
        return claims.stream()
                .filter(c -> c.source() == TagSource.MODEL)
                .map(number)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** A CatID's own spelling if anybody used it, else the strongest source's. */
    private String spelling(List<TagClaim> claims, TagSource strongest) {
        return claims.stream()
                .map(TagClaim::label)
                .filter(names::isCatId)
                .findFirst()
                .orElseGet(() -> claims.stream()
                        .filter(c -> Objects.equals(c.source(), strongest))
                        .findFirst()
                        .orElse(claims.get(0))
                        .label());
    }

    /** @param source the strongest source that asserts the label, null when nobody does */
    private record Verdict(
            String label, TagSource source, OptionalDouble score, OptionalDouble probability, boolean rejected) {
        boolean holds() {
            return source != null && !rejected;
        }
    }
}
