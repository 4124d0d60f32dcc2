package app.earmark.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.export.CellList;
import app.earmark.library.ClipId;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a sheet says, it says all of it the first time. */
class SheetTakenTwiceTest {

    private static final List<String> COLUMNS = List.of(
            "CatID",
            "Category",
            "SubCategory",
            "CategoryFull",
            "Tags",
            "TagSources",
            "Rejected",
            "OwnFields",
            "Description",
            "OwnCatID",
            "OwnCategory");

    private static final Arbitrary<String> CAT_IDS = Arbitraries.of("RAINVege", "DOORWood", "THUN", "SWSH");

    /** What others say of a sound, what the person says, and a row about it. */
    record Spoken(
            Map<String, String> written,
            Set<TagClaim> claims,
            Map<String, TagVerdict> words,
            Map<String, String> texts,
            Map<String, String> row) {}

    @Property(tries = 15)
    void aSheetTakenTwiceChangesNothingTheSecondTime(
            @ForAll("spoken") List<Spoken> spoken,
            @ForAll("columns") Set<String> columns,
            @ForAll("options") ImportOptions options)
            throws Exception {
        Path folder = Files.createTempDirectory("taken-twice");
        try (SheetLibrary library = new SheetLibrary(folder)) {
            StringBuilder text = new StringBuilder("Filename");
            columns.forEach(column -> text.append(',').append(column));
            for (int i = 0; i < spoken.size(); i++) {
                Spoken sound = spoken.get(i);
                ClipId clip = library.add(
                        i + ".wav", i + 1, sound.written(), sound.claims().toArray(TagClaim[]::new));
                sound.words().forEach((label, verdict) -> library.say(clip, label, verdict));
                sound.texts().forEach((field, own) -> library.write(clip, field, own));
                text.append('\n').append(i).append(".wav");
                columns.forEach(column -> text.append(",\"")
                        .append(sound.row().getOrDefault(column, ""))
                        .append('"'));
            }
            Path sheet = library.sheet("s.csv", text.toString());
            library.take(sheet, options);
            SheetLibrary.Content once = library.content();
            assertThat(library.plan(sheet, options).changes()).as("%s", once).isEmpty();
        } finally {
            RoundTripTest.delete(folder);
        }
    }

    @Provide
    Arbitrary<Set<String>> columns() {
        return Arbitraries.of(COLUMNS).set().ofMinSize(1);
    }

    @Provide
    Arbitrary<ImportOptions> options() {
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        return Combinators.combine(either, either, either).as(ImportOptions::new);
    }

    @Provide
    Arbitrary<List<Spoken>> spoken() {
        Arbitrary<Map<String, String>> written =
                Arbitraries.of(Map.of(), Map.of("CatID", "DOORXyz"), Map.of("CatID", "THUN", "Description", "file's"));
        Arbitrary<TagClaim> claims = Combinators.combine(
                        Arbitraries.oneOf(CAT_IDS, Arbitraries.of("crowd")),
                        Arbitraries.of(TagSource.FILE, TagSource.NAME, TagSource.MODEL),
                        Arbitraries.doubles().between(-0.5, 1).ofScale(2),
                        Arbitraries.of(true, true, false))
                .as((label, source, score, asserted) -> source == TagSource.MODEL
                        ? new TagClaim(label, source, OptionalDouble.of(score), asserted)
                        : SheetLibrary.claim(label, source));
        Arbitrary<String> labels = Arbitraries.oneOf(CAT_IDS, Arbitraries.of("crowd", "fog", "DOORXyz"));
        Arbitrary<String> texts = Arbitraries.of("", "mine", "RAIN", "THUN", "our own");
        return Combinators.combine(
                        written,
                        claims.set().ofMaxSize(4),
                        Arbitraries.maps(labels, Arbitraries.of(TagVerdict.class))
                                .ofMaxSize(4),
                        Arbitraries.maps(Arbitraries.of("Description", "CatID", "Category"), texts)
                                .ofMaxSize(2),
                        rows(labels, texts))
                .as(Spoken::new)
                .list()
                .ofSize(25);
    }

    private static Arbitrary<Map<String, String>> rows(Arbitrary<String> labels, Arbitrary<String> texts) {
        Arbitrary<String> cells = Arbitraries.oneOf(
                CAT_IDS,
                texts,
                Arbitraries.of("DOORXyz", "rainvege", "VEGETATION", "DOORS-WOOD", "Description; CatID"));
        Arbitrary<String> lists = labels.list().ofMaxSize(3).map(CellList::join);
        Arbitrary<String> sources = Arbitraries.of("person", "file", "model")
                .list()
                .ofMaxSize(3)
                .map(all -> all.stream().collect(Collectors.joining("; ")));
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(COLUMNS), cells).ofMaxSize(COLUMNS.size()),
                        lists,
                        sources,
                        lists)
                .as((row, tags, saidBy, rejected) -> {
                    Map<String, String> all = new java.util.HashMap<>(row);
                    all.putAll(Map.of("Tags", tags, "TagSources", saidBy, "Rejected", rejected));
                    return all;
                });
    }
}
