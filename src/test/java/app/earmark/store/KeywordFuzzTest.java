package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a person types or a file is called is words to the index, never its syntax. */
class KeywordFuzzTest {

    private static Path folder;
    private static Catalogue catalogue;

    @BeforeContainer
    static void open() throws Exception {
        folder = Files.createTempDirectory("earmark-fuzz");
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        Sounds.add(catalogue, "door.wav", "NEAR OR AND NOT.wav", "a\"b'c*d(e)f:g^h.wav");
    }

    @AfterContainer
    static void close() throws Exception {
        catalogue.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 500)
    void noQueryIsASyntaxError(@ForAll("queries") String query) {
        assertThatCode(() -> {
                    List<KeywordHit> hits = catalogue.keywords().search(query, ClipFilter.ALL, 50);
                    assertThat(hits).allSatisfy(hit -> {
                        assertThat(hit.score()).isBetween(0.0, 1.0);
                        assertThat(hit.matchedWords()).isNotEmpty();
                    });
                    catalogue.keywords().count(query, ClipFilter.ALL);
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 300)
    void aFileIsFoundByItsOwnName(@ForAll("names") String name) {
        Path path = Sounds.ROOT.resolve(name + ".wav");
        var library = catalogue.scans().openLibrary(Sounds.ROOT).id();
        catalogue
                .scans()
                .apply(
                        library,
                        new ListingChanges(
                                List.of(new FoundFile(path, Sounds.STAMP)),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
        ClipId id = catalogue.clips().findByPath(path).orElseThrow().id();
        if (KeywordText.words(name).size() <= KeywordQuery.MOST_WORDS) {
            assertThat(catalogue.keywords().search(name, ClipFilter.ALL, 1000))
                    .extracting(KeywordHit::clip)
                    .contains(id);
        }
        catalogue.scans().forget(List.of(id));
    }

    @Property
    void foldedTextIsWordsAndSingleBlanks(@ForAll String text) {
        String folded = KeywordText.folded(text);
        assertThat(folded).doesNotContainPattern("[^\\p{L}\\p{N} ]|^ | $|  ");
        assertThat(KeywordText.folded(folded)).isEqualTo(folded);
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("\"'*()^:+-{}[]., \\abcDOR%_;\u0000\n")
                        .ofMaxLength(30),
                Arbitraries.of(
                                "NEAR(a b, 2)",
                                "\"",
                                "a\"",
                                "name:door",
                                "OR",
                                "AND NOT",
                                "door*",
                                "-door",
                                "^door",
                                "{name tags} : x",
                                "door OR",
                                "'; drop table clip; --",
                                "\u0301",
                                "ａｂｃ",
                                "ﬁ",
                                "½")
                        .list()
                        .ofMaxSize(4)
                        .map(parts -> String.join(" ", parts)));
    }

    /** Names with at least one letter, of any script. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.chars()
                .all()
                .filter(c -> c != '/' && c != 0 && !Character.isSurrogate(c))
                .list()
                .ofMaxSize(25)
                .map(chars -> "x" + chars.stream().map(String::valueOf).reduce("", String::concat));
    }
}
