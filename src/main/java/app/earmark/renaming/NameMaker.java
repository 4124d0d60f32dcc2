package app.earmark.renaming;

import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsName;
import app.earmark.ucs.UcsNameComposer;
import app.earmark.ucs.UcsNameParser;
import app.earmark.ucs.UcsTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** Composes names from what is known of clips, without looking at the disk. Immutable. */
public final class NameMaker {

    /** What tells takes of one sound apart: a number of up to three digits at the end. */
    private static final String TAKE = "[ _-]+\\d{1,3}$";

    private final UcsTable table;
    private final UcsNameParser parser;

    public NameMaker(UcsTable table) {
        this.table = table;
        this.parser = new UcsNameParser(table);
    }

    /** Who says which CatID a clip has. */
    public record Category(UcsEntry entry, TagSource source) {}

    /**
     * A name to be.
     *
     * @param counted whether it needs a number even if no other file gets the same name
     * @param stem without extension; for {@code counted} ones, the same for all that are counted together
     * @param numbered the stem with a number
     * @param fault what is wrong with it, as a sentence; then the rest means nothing
     */
    record Draft(
            Optional<Category> category,
            boolean counted,
            String stem,
            IntFunction<String> numbered,
            Optional<String> fault) {}

    /**
     * The CatID that holds with the highest precedence; of several, the one that is in the clip's name already. Only the
     * model's word may be what it is, too: its source says so.
     */
    public Optional<Category> categoryOf(KnownClip known) {
        Optional<UcsEntry> written = table.find(known.fields().get("CatID").strip())
                .filter(entry -> !known.tags().rejected().contains(entry.catId()));
        List<Tag> tags = known.tags().tags().stream()
                .filter(tag -> table.contains(tag.label()))
                .toList();
        Optional<TagSource> strongest = tags.stream().map(Tag::source).findFirst();
        if (written.isPresent() && strongest.filter(s -> s == TagSource.PERSON).isEmpty()) {
            TagSource source = tags.stream()
                    .filter(tag -> tag.label().equals(written.get().catId()))
                    .map(Tag::source)
                    .findFirst()
                    .orElse(TagSource.PERSON); // a person's own text for the field makes no tag
            return Optional.of(new Category(written.get(), source));
        }
        String present =
                parser.parseStem(NameFields.stemOf(known.clip().fileName())).catId();
        List<Tag> best = tags.stream()
                .filter(tag -> Optional.of(tag.source()).equals(strongest))
                .toList();
        return best.stream()
                .filter(tag -> tag.label().equals(present))
                .findFirst()
                .or(() -> best.stream().findFirst())
                .flatMap(tag -> table.find(tag.label()).map(entry -> new Category(entry, tag.source())));
    }

    Draft draft(KnownClip known, NameOptions options) {
        Optional<Category> category = categoryOf(known);
        boolean needed = options.pattern()
                .map(pattern -> List.of("CatID", "Category", "SubCategory", "CategoryFull").stream()
                        .anyMatch(pattern::uses))
                .orElse(true);
        if (needed && category.isEmpty()) {
            return new Draft(
                    category,
                    false,
                    "",
                    n -> "",
                    Optional.of("“" + known.clip().fileName() + "” has no CatID yet; give it one, then name it."));
        }
        NameFields fields = new NameFields(known, category.map(Category::entry), options, parser);
        return options.pattern()
                .map(pattern -> byPattern(pattern, category, fields))
                .orElseGet(() -> byConvention(category, fields));
    }

    private static Draft byConvention(Optional<Category> category, NameFields fields) {
        UcsName name = UcsName.of(category.orElseThrow().entry())
                .withUserCategory(fields.get("UserCategory"))
                .withFxName(fields.get("FXName"))
                .withCreatorId(fields.get("CreatorID"))
                .withSourceId(fields.get("SourceID"))
                .withUserData(FileNameRules.fit(fields.get("UserData")));
        IntFunction<String> numbered =
                n -> stem(UcsNameComposer.compose(name.withFxName(name.fxName() + " " + twoDigits(n))));
        return new Draft(category, false, stem(UcsNameComposer.compose(name)), numbered, Optional.empty());
    }

    private static Draft byPattern(NamePattern pattern, Optional<Category> category, NameFields fields) {
        boolean counts = pattern.counts();
        IntFunction<String> fill = n -> stem(pattern.fill(
                field -> counts && (field.equals("FXName") || field.equals("Name"))
                        ? fields.get(field).replaceFirst(TAKE, "")
                        : fields.get(field),
                n));
        String plain = fill.apply(0);
        IntFunction<String> numbered = counts ? fill : n -> plain + " " + twoDigits(n);
        return new Draft(category, counts, plain, numbered, Optional.empty());
    }

    private static String stem(String composed) {
        return FileNameRules.trimmed(FileNameRules.fit(composed));
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
