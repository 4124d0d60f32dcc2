package app.earmark.importing;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipTags;
import app.earmark.library.Tag;
import app.earmark.library.TagPrecedence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the catalogue says about a clip before the import. */
record ClipNow(Clip clip, ClipFields fields, ClipFields ownFields, ClipTags tags) {

    /** The tag that gives the category; a CatID is the only label with a name of its own. */
    Optional<Tag> category() {
        return tags.tags().stream()
                .filter(tag -> !tag.name().equals(tag.label()))
                .findFirst();
    }

    /** What a sheet that is written now would have in a column of the category. */
    String shown(ImportField field, Function<Tag, String> ofTag) {
        return category()
                .map(ofTag)
                .orElseGet(() -> tags.rejected().contains(fields.get("CatID")) ? "" : fields.get(field.name()));
    }

    /** The same clip once a row's lines have ended some of its tags and rejections; what they add is left out. */
    ClipNow once(List<TagLine> lines) {
        List<Tag> left = tags.tags().stream()
                .filter(tag ->
                        lines.stream().filter(line -> line.isOf(tag.label())).allMatch(TagLine::holds))
                .toList();
        List<String> rejected = tags.rejected().stream()
                .filter(label -> lines.stream().noneMatch(line -> line.isOf(label)))
                .toList();
        return new ClipNow(clip, fields, ownFields, new ClipTags(left, tags.guesses(), rejected));
    }

    Optional<Tag> tag(String label) {
        String key = TagPrecedence.keyOf(label);
        return tags.tags().stream()
                .filter(tag -> TagPrecedence.keyOf(tag.label()).equals(key))
                .findFirst();
    }

    boolean rejects(String label) {
        String key = TagPrecedence.keyOf(label);
        return tags.rejected().stream()
                .anyMatch(rejected -> TagPrecedence.keyOf(rejected).equals(key));
    }

    /** Who says so now, in a word. */
    String saidOf(String label) {
        return rejects(label)
                ? "rejected"
                : tag(label).map(tag -> tag.source().code()).orElse("");
    }
}
