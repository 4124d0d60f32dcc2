package app.earmark.teaching.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.learning.adapter.NameTrial;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.LearnedModel.Kind;
import app.earmark.library.PackId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.search.HybridSearcher;
import app.earmark.search.SearchHit;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameLearningTest {

    @TempDir
    Path folder;

    private NamedLibrary library;
    private NameLearning learning;

    @BeforeEach
    void open() {
        library = new NamedLibrary(folder.resolve("catalogue.db"));
        learning = library.learning();
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void findsHeldOutNamesThatThePackDoesNot() throws Exception {
        library.fill(3, true);
        AdapterReport report = fit();
        assertThat(report.used()).isTrue();
        assertThat(report.names().names()).isBetween(60, NamedLibrary.NAMES);
        assertThat(report.names().adapted()).isGreaterThan(report.names().plain() + 8);
        assertThat(report.folders().adapted()).isGreaterThan(report.folders().plain() + 8);
        assertThat(report.sentence())
                .startsWith("Finds " + report.names().adapted() + " of "
                        + report.names().names()
                        + " held-out names in its top ten, plain model "
                        + report.names().plain() + "; with folders left out ");
    }

    @Test
    void isNotUsedWhereNamesSayNothingAboutTheSound() throws Exception {
        library.fill(3, false);
        AdapterReport report = fit();
        assertThat(report.used()).isFalse();
        assertThat(report.sentence()).startsWith("Not used, because it is no better than the plain model: it finds ");
        assertThat(new StoredAdapters(library.catalogue.learned()).current(NamedLibrary.PACK))
                .isEmpty();
    }

    @Test
    void isNotUsedWithoutEnoughNames() throws Exception {
        for (int i = 0; i < 50; i++) {
            library.add("REC%04d.wav".formatted(i), "rain", "dog");
        }
        library.add("door wood.wav", "door", "wood");
        AdapterReport report = fit();
        assertThat(report.used()).isFalse();
        assertThat(report.nameless()).isEqualTo(50);
        assertThat(report.sentence())
                .isEqualTo(
                        "Not used: of the 51 sounds that this model has listened to, only 1 different names say something,"
                                + " and at least 30 are needed to learn from.");
    }

    @Test
    void saysSoWhereThePackInUseHasListenedToNothing() throws Exception {
        library.fill(3, true);
        PackId other = new PackId("other", "1");
        AdapterReport report = learning.fit(library.pack(other), Progress.NONE)
                .fitted()
                .orElseThrow()
                .report();
        assertThat(report.used()).isFalse();
        assertThat(report.sentence())
                .isEqualTo("Not used: this model has not listened to any sound yet."
                        + " Scan the library with it, then learn again.");
    }

    @Test
    void saysSoWhereVectorsAreNotAsThePackMakesThem() throws Exception {
        library.vectorsWith(7);
        library.fill(3, true);
        AdapterReport report = fit();
        assertThat(report.used()).isFalse();
        assertThat(report.sentence())
                .isEqualTo("Not used: what is stored of 210 of 210 sounds is not as this model makes it."
                        + " Listen to them again with it, then learn again.");
    }

    @Test
    void learnsFromWordsOfNamesThatTheTextModelHasNotRead() throws Exception {
        library.fill(3, true);
        var clips =
                new LibraryCaptions(library.catalogue.clips()).read(List.copyOf(library.ids.values()), Progress.NONE);
        TrainingClips training =
                TrainingClips.of(clips, library.catalogue.embeddings(), library.pack(), 20, Progress.NONE);
        assertThat(training.clips().captions().stream().filter(c -> c.meaning().length > 0))
                .hasSize(20);
        var trial = new NameTrial(training.clips(), training.joint(), training.names());
        var queries = training.queries(library.pack(), Progress.NONE);
        var heldOut = trial.run(queries, Halves.byName(training.from()), Progress.NONE);
        assertThat(heldOut.adapted()).isGreaterThan(heldOut.plain() + 8);
    }

    @Test
    void fewerClipsThanThereAreAreTheSameEachTimeAndFromAllOverTheCatalogue() {
        library.fill(3, true);
        var embeddings = library.catalogue.embeddings();
        List<ClipId> some = embeddings.some(NamedLibrary.PACK, 30);
        assertThat(some).hasSize(30).doesNotHaveDuplicates().isEqualTo(embeddings.some(NamedLibrary.PACK, 30));
        long last = library.ids.values().stream().mapToLong(ClipId::value).max().orElseThrow();
        for (int third = 0; third < 3; third++) {
            long from = third * last / 3;
            assertThat(some)
                    .filteredOn(id -> id.value() > from && id.value() <= from + last / 3)
                    .hasSizeBetween(8, 12);
        }
        assertThat(embeddings.some(NamedLibrary.PACK, 1000)).hasSize(210);
        assertThat(embeddings.some(new PackId("other", "1"), 30)).isEmpty();
    }

    @Test
    void searchesFindAnUnnamedClipByWhatItsLibraryCallsSuchSounds() throws Exception {
        library.fill(2, true);
        ClipId unnamed = library.add("f0/REC0001.wav", "rain", "metal", "dog");
        try (HybridSearcher searcher = searcher()) {
            assertThat(search(searcher, "rain metal dog").get(0).nameLikeness()).isEmpty();
            fit();
            List<SearchHit> hits = search(searcher, "rain metal dog");
            assertThat(hits).extracting(SearchHit::clip).contains(unnamed);
            assertThat(hits).allSatisfy(hit -> {
                assertThat(hit.nameLikeness()).isPresent();
                assertThat(hit.similarity()).isPresent();
            });
            learning.remove(NamedLibrary.PACK);
            assertThat(search(searcher, "rain metal dog").get(0).nameLikeness()).isEmpty();
        }
    }

    @Test
    void clipsListenedToLaterAreFoundToo() throws Exception {
        library.fill(2, true);
        fit();
        try (HybridSearcher searcher = searcher()) {
            search(searcher, "bell fire horn");
            ClipId later = library.add("f9/REC0002.wav", "bell", "fire", "horn");
            assertThat(search(searcher, "bell fire horn"))
                    .extracting(SearchHit::clip)
                    .contains(later);
        }
    }

    @Test
    void aQueryAboutNothingInTheLibraryIsOrderedByThePackAlone() throws Exception {
        library.fill(2, true);
        fit();
        try (HybridSearcher searcher = searcher()) {
            assertThat(search(searcher, "zither glissando"))
                    .allSatisfy(hit -> assertThat(hit.nameLikeness()).isEmpty());
        }
    }

    @Test
    void similarSoundsStayAsTheyWere() throws Exception {
        library.fill(2, true);
        ClipId clip = library.add("f0/horn.wav", "horn", "horn");
        try (HybridSearcher searcher = searcher()) {
            var before = searcher.similarTo(clip, ClipFilter.ALL, 20, Progress.NONE);
            fit();
            search(searcher, "rain metal dog");
            assertThat(searcher.similarTo(clip, ClipFilter.ALL, 20, Progress.NONE)
                            .hits())
                    .isEqualTo(before.hits());
        }
    }

    @Test
    void versionsCountAndAnotherFitIsOfferedOnceMuchIsNew() throws Exception {
        library.fill(2, true);
        fit();
        assertThat(learning.status(NamedLibrary.PACK).outdated()).isFalse();
        for (int i = 0; i < 40; i++) {
            library.add("new/clip door " + i + ".wav", "door", "door");
        }
        assertThat(learning.status(NamedLibrary.PACK).outdated()).isTrue();
        fit();
        assertThat(learning.status(NamedLibrary.PACK).fitted().orElseThrow().version())
                .isEqualTo(2);
        assertThat(learning.status(NamedLibrary.PACK).outdated()).isFalse();
    }

    @Test
    void whatIsCancelledLeavesWhatWasThere() throws Exception {
        library.fill(2, true);
        fit();
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> learning.fit(library.pack(), cancelled)).isInstanceOf(CancelledWork.class);
        assertThat(library.catalogue.learned().versions(NamedLibrary.PACK, Kind.ADAPTER, ""))
                .hasSize(1);
    }

    private AdapterReport fit() throws Exception {
        return learning.fit(library.pack(), Progress.NONE)
                .fitted()
                .orElseThrow()
                .report();
    }

    private HybridSearcher searcher() {
        return new HybridSearcher(
                library.catalogue.clips(),
                library.catalogue.keywords(),
                library.catalogue.embeddings(),
                library::pack,
                new StoredAdapters(library.catalogue.learned())::current,
                Runnable::run);
    }

    private static List<SearchHit> search(HybridSearcher searcher, String text) throws Exception {
        return searcher.search(new SearchRequest(text, SearchMode.SEMANTIC, ClipFilter.ALL, 10), Progress.NONE)
                .hits();
    }
}
