package app.earmark.importing;

import static app.earmark.importing.SheetLibrary.claim;
import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.export.ColumnPreset;
import app.earmark.export.SheetFormat;
import app.earmark.library.ClipId;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** A sheet that comes back changes nothing, and brings back all that the person had said; in every format. */
class RoundTripTest {

    private static final List<String> FIELDS = List.of(
            "Description", "Keywords", "FXName", "Notes", "Rating", "LongID", "Originator", "TrackYear", "ReleaseDate");

    /** Which a person's own texts may be for, though a CatID holds. */
    private static final List<String> CATEGORY = List.of("CatID", "Category", "SubCategory", "CategoryFull");

    /** How a file may write its category, without a tag that says the same. */
    private static final List<Map<String, String>> WRITTEN =
            List.of(Map.of("CatID", "RAINVege"), Map.of("Category", "RAIN", "SubCategory", "VEGETATION"), Map.of());

    /** A sound, what is written in its file, and what a person, the file, its name and a model say of it. */
    record Said(
            Map<String, String> written,
            Map<String, String> fields,
            List<String> hold,
            List<String> reject,
            Map<String, TagSource> others) {}

    @Property(tries = 40)
    void nothingIsLost(@ForAll("words") List<Said> words) throws Exception {
        Path folder = Files.createTempDirectory("round-trip");
        try (SheetLibrary library = new SheetLibrary(folder)) {
            listen(library, words);
            for (ClipId clip : library.all()) {
                Said said = words.get((int) clip.value() - 1);
                said.fields().forEach((field, text) -> library.write(clip, field, text));
                said.hold().forEach(label -> library.say(clip, label, TagVerdict.HOLDS));
                said.reject().forEach(label -> library.say(clip, label, TagVerdict.REJECTED));
            }
            SheetLibrary.Content before = library.content();
            for (SheetFormat format : SheetFormat.values()) {
                Path sheet = library.export("sheet." + format.extension(), ColumnPreset.ALL.columns());
                for (ImportOptions options : everyWay()) {
                    ImportPlan plan = library.plan(sheet, options);
                    assertThat(plan.changes()).as("%s %s", format, options).isEmpty();
                    assertThat(plan.notes())
                            .extracting(RowNote::kind)
                            .as("%s %s", format, options)
                            .doesNotContain(RowNote.Kind.CATEGORY_PASSED_OVER, RowNote.Kind.UNKNOWN_CATEGORY);
                }

                library.wipe();
                library.take(sheet);
                assertThat(library.content()).as("%s", format).isEqualTo(before);

                try (SheetLibrary fresh = new SheetLibrary(folder, format + ".db")) {
                    listen(fresh, words);
                    fresh.take(sheet);
                    assertThat(fresh.content())
                            .as("%s into a fresh catalogue", format)
                            .isEqualTo(before);
                }
            }
        } finally {
            delete(folder);
        }
    }

    @Test
    void aRejectedTagLeavesTheCategoryToTheFileAndDoesNotMakeItThePersons() throws Exception {
        nothingIsLost(List.of(
                new Said(WRITTEN.get(0), Map.of(), List.of(), List.of("THUN"), Map.of("THUN", TagSource.FILE))));
    }

    /** The same sounds as a scan finds them, before the person says anything. */
    private static void listen(SheetLibrary library, List<Said> words) {
        for (int i = 0; i < words.size(); i++) {
            Map<String, String> written = new HashMap<>(words.get(i).written());
            written.put("Description", "as the file says");
            written.put("Notes", "file\nnote");
            library.add(
                    "fold er/=clip " + i + ", “é”.wav",
                    i + 0.25,
                    written,
                    words.get(i).others().entrySet().stream()
                            .map(other -> claim(other.getKey(), other.getValue()))
                            .toArray(TagClaim[]::new));
        }
    }

    private static List<ImportOptions> everyWay() {
        return List.of(
                ImportOptions.STANDARD,
                new ImportOptions(true, false, false),
                new ImportOptions(false, true, false),
                new ImportOptions(false, true, true));
    }

    @Property(tries = 10)
    void theChosenColumnsOfOtherProgramsChangeNothingEither(@ForAll("words") List<Said> words) throws Exception {
        Path folder = Files.createTempDirectory("presets");
        try (SheetLibrary library = new SheetLibrary(folder)) {
            for (int i = 0; i < words.size(); i++) {
                ClipId clip = library.add("clip " + i + ".wav", i, Map.of(), claim("THUN", TagSource.MODEL));
                words.get(i).fields().forEach((field, text) -> library.write(clip, field, text));
                words.get(i).hold().forEach(label -> library.say(clip, label, TagVerdict.HOLDS));
            }
            for (ColumnPreset preset : ColumnPreset.BUILT_IN) {
                Path sheet = library.export("sheet.csv", preset.columns());
                assertThat(library.plan(sheet).changes()).as(preset.name()).isEmpty();
            }
        } finally {
            delete(folder);
        }
    }

    @Provide
    Arbitrary<List<Said>> words() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab ;,'\"=+-@\t\n\r_x0041é\u0301音\u0007|\\/{}[]#%")
                        .ofMaxLength(25),
                Arbitraries.of(
                        "=cmd|' /C calc'!A0",
                        "'=1",
                        "''+x",
                        "007",
                        "1e5",
                        "0.10",
                        "café",
                        "cafe\u0301",
                        "😀 🎧",
                        " padded ",
                        "sep=;",
                        "TRUE",
                        "_x000D_",
                        "a\r\nb",
                        "\uFEFFmark",
                        "x".repeat(20_000),
                        "null",
                        "RAINVege",
                        "DOORS-WOOD",
                        "2024-03-09",
                        "09.03.2024",
                        "שלום, עולם",
                        "\u202Eمطر\u202C غزير",
                        "-"));
        Arbitrary<String> labels = Arbitraries.oneOf(
                Arbitraries.of("RAINVege", "DOORWood", "THUN", "SWSH"),
                Arbitraries.strings()
                        .withChars("ab ;,'\"=-@é\u0301音")
                        .ofMinLength(1)
                        .ofMaxLength(12)
                        .filter(label -> !label.isBlank() && label.equals(label.strip())),
                Arbitraries.of("gladiator; sword", "\"quoted\"", "=label", "a, b", "007", "crowd roar 😀"));
        Arbitrary<TagSource> others = Arbitraries.of(TagSource.FILE, TagSource.NAME, TagSource.MODEL);
        Arbitrary<String> fields =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(FIELDS)), Tuple.of(1, Arbitraries.of(CATEGORY)));
        return Combinators.combine(
                        Arbitraries.of(WRITTEN),
                        Arbitraries.maps(fields, texts).ofMaxSize(5),
                        labels.list().ofMaxSize(4),
                        labels.list().ofMaxSize(3),
                        Arbitraries.maps(Arbitraries.of("RAINVege", "DOORWood", "THUN", "SWSH", "crowd"), others)
                                .ofMaxSize(4))
                .as(Said::new)
                .map(RoundTripTest::consistent)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    /** Of labels that are the same but for case, or composed otherwise, only the first. */
    private static Said consistent(Said said) {
        Set<String> keys = new HashSet<>();
        return new Said(
                said.written(),
                said.fields(),
                said.hold().stream()
                        .filter(label -> keys.add(app.earmark.library.TagPrecedence.keyOf(label)))
                        .toList(),
                said.reject().stream()
                        .filter(label -> keys.add(app.earmark.library.TagPrecedence.keyOf(label)))
                        .toList(),
                said.others());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
