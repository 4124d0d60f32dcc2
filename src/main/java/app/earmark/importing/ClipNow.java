package app.earmark.importing;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the catalogue says about a clip: before the import, or as it would say after some of a row's lines. */
record ClipNow(
        Clip clip,
        ClipFields fields,
        ClipFields ownFields,
        List<TagClaim> claims,
        ClipTags tags,
        TagPrecedence precedence) {

    ClipNow(Clip clip, ClipFields fields, ClipFields ownFields, List<TagClaim> claims, TagPrecedence precedence) {
        this(clip, fields, ownFields, claims, precedence.resolve(claims), precedence);
    }

    /** What a sheet that is written now would have in a column of the category. */
    String shown(ImportField field, Function<Tag, String> ofTag) {
        return tags.category()
                .map(ofTag)
                .orElseGet(() -> tags.rejected().contains(fields.get("CatID")) ? "" : fields.get(field.name()))
                .strip();
    }

    /** The same clip after these lines about labels. */
    ClipNow with(List<TagLine> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        List<TagClaim> left = new ArrayList<>(claims);
        for (TagLine line : lines) {
            left.removeIf(claim -> claim.source() == TagSource.PERSON && line.isOf(claim.label()));
            line.verdict()
                    .ifPresent(verdict -> left.add(new TagClaim(
                            line.label(), TagSource.PERSON, OptionalDouble.empty(), verdict == TagVerdict.HOLDS)));
        }
        return new ClipNow(clip, fields, ownFields, List.copyOf(left), precedence);
    }

    /** The same clip after these lines about texts. */
    ClipNow written(List<FieldLine> lines) {
        Map<String, String> all = new HashMap<>(fields.values());
        Map<String, String> own = new HashMap<>(ownFields.values());
        for (FieldLine line : lines) {
            all.put(line.field(), line.after().strip());
            own.put(line.field(), line.after().strip());
        }
        return new ClipNow(clip, new ClipFields(all), new ClipFields(own), claims, tags, precedence);
    }

    Optional<Tag> tag(String label) {
        String key = TagPrecedence.keyOf(label);
        return tags.tags().stream()
                .filter(tag -> TagPrecedence.keyOf(tag.label()).equals(key))
                .findFirst();
    }

    boolean rejects(String label) {
        return word(label).equals(Optional.of(TagVerdict.REJECTED));
    }

    /** What the person says of the label. */
    Optional<TagVerdict> word(String label) {
        String key = TagPrecedence.keyOf(label);
        return claims.stream()
                .filter(claim -> claim.source() == TagSource.PERSON
                        && TagPrecedence.keyOf(claim.label()).equals(key))
                .map(claim -> claim.asserted() ? TagVerdict.HOLDS : TagVerdict.REJECTED)
                .findFirst();
    }

    /** Whether somebody but the person stands by the label. */
    boolean isClaimed(String label) {
        String key = TagPrecedence.keyOf(label);
        return claims.stream()
                .anyMatch(claim -> claim.asserted()
                        && claim.source() != TagSource.PERSON
                        && TagPrecedence.keyOf(claim.label()).equals(key));
    }

    /** Who says so now, in a word. */
    String saidOf(String label) {
        return rejects(label)
                ? "rejected"
                : tag(label).map(tag -> tag.source().code()).orElse("");
    }
}
