package app.earmark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.embed.AudioEncoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.ChangedFile;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.library.WindowVector;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that knows four sounds (door, rain, dog, bell), each an axis of its space, over a real catalogue. */
class HybridSearcherTest {

    private static final PackId PACK = new PackId("axes", "1");
    private static final List<String> AXES = List.of("door", "rain", "dog", "bell");
    private static final FileStamp STAMP = new FileStamp(1, 1);
    private static final Path ROOT = Path.of("/sounds").toAbsolutePath();

    @TempDir
    Path folder;

    private final AtomicInteger encoded = new AtomicInteger();
    private final AtomicInteger packsLoaded = new AtomicInteger();
    private final Map<String, ClipId> ids = new HashMap<>();
    private Catalogue catalogue;
    private LibraryId library;
    private boolean broken;
    private HybridSearcher searcher;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), LabelNames.OWN_ONLY);
        library = catalogue.scans().openLibrary(ROOT).id();
        searcher = new HybridSearcher(
                catalogue.clips(), catalogue.keywords(), catalogue.embeddings(), this::pack, Runnable::run);
        listen("a/creak 1.wav", 1, 0, 0, 0);
        listen("a/squeal.wav", .8, .1, .1, .1);
        listen("a/shower.wav", 0, 1, 0, 0);
        listen("b/take_07 rain on dog.wav", 0, .1, 1, 0);
        listen("b/woof.wav", 0, 0, 1, 0);
        listen("b/B00M_CICK.wav", 0, 0, .1, 1);
        listen("b/noise.wav", .5, .5, .5, .5);
    }

    @AfterEach
    void close() {
        searcher.close();
        catalogue.close();
    }

    @Test
    void aDescriptionFindsTheSoundThoughNoWordOfItIsInTheName() throws Exception {
        SearchResults results = search("a heavy door moves", SearchMode.HYBRID);
        assertThat(names(results)).startsWith("a/creak 1.wav", "a/squeal.wav");
        assertThat(results.hits().get(0).similarity().orElseThrow())
                .isCloseTo(1 / Math.sqrt(1 + 3 * 1e-4), within(1e-6));
        assertThat(results.hits().get(0).matchedWords()).isEmpty();
        assertThat(results.total()).isEqualTo(7);
        assertThat(results.notice()).isEmpty();
    }

    @Test
    void aNameFindsItsClipWhateverItSoundsLike() throws Exception {
        SearchResults results = search("b00m_cick", SearchMode.HYBRID);
        assertThat(names(results)).startsWith("b/B00M_CICK.wav");
        assertThat(results.hits().get(0).matchedWords()).containsExactly("b00m", "cick");
        assertThat(results.hits().get(0).similarity()).isPresent();
    }

    @Test
    void aStrayWordOfASentenceDoesNotBeatTheSound() throws Exception {
        assertThat(names(search("the first take of a creaking old door, closing on squeaky hinges", SearchMode.HYBRID)))
                .startsWith("a/creak 1.wav", "a/squeal.wav");
    }

    @Test
    void semanticModeIgnoresWordsAndKeywordModeTheSound() throws Exception {
        SearchResults semantic = search("rain", SearchMode.SEMANTIC);
        assertThat(names(semantic)).startsWith("a/shower.wav");
        assertThat(semantic.hits())
                .allSatisfy(hit -> assertThat(hit.matchedWords()).isEmpty());
        int before = packsLoaded.get();
        SearchResults keyword = search("rain", SearchMode.KEYWORD);
        assertThat(names(keyword)).containsExactly("b/take_07 rain on dog.wav");
        assertThat(keyword.total()).isEqualTo(1);
        assertThat(packsLoaded.get()).isEqualTo(before);
    }

    @Test
    void aBlankQueryListsEverythingInPathOrder() throws Exception {
        SearchResults results =
                searcher.search(new SearchRequest("  ", SearchMode.HYBRID, ClipFilter.ALL, 3), Progress.NONE);
        assertThat(names(results)).containsExactly("a/creak 1.wav", "a/shower.wav", "a/squeal.wav");
        assertThat(results.total()).isEqualTo(7);
    }

    @Test
    void aFilterHoldsForSoundsAndWords() throws Exception {
        SearchResults results =
                searcher.search(new SearchRequest("door creak", SearchMode.HYBRID, below("b"), 10), Progress.NONE);
        assertThat(names(results)).hasSize(4).allMatch(name -> name.startsWith("b/"));
        assertThat(results.total()).isEqualTo(4);
    }

    @Test
    void whatSoundsAlikeLeavesTheClipItselfOut() throws Exception {
        SearchResults results = searcher.similarTo(ids.get("b/woof.wav"), ClipFilter.ALL, 2, Progress.NONE);
        assertThat(names(results)).first().isEqualTo("b/take_07 rain on dog.wav");
        assertThat(names(results)).hasSize(2).doesNotContain("b/woof.wav");
        SearchResults filtered = searcher.similarTo(ids.get("b/woof.wav"), below("a"), 1, Progress.NONE);
        assertThat(names(filtered)).containsExactly("a/squeal.wav");
    }

    @Test
    void aSoundFromOutsideTheCatalogueIsCompared() throws Exception {
        SearchResults results = searcher.similarTo(
                new Embedding(PACK, unit(0, 0, 0, 1), new float[] {0, 0, 0, 0, 1}), ClipFilter.ALL, 1, Progress.NONE);
        assertThat(names(results)).containsExactly("b/B00M_CICK.wav");
    }

    @Test
    void aSoundThatAnotherPackHeardIsNotCompared() throws Exception {
        Embedding other = new Embedding(new PackId("other", "1"), unit(1, 0, 0, 0), new float[5]);
        SearchResults results = searcher.similarTo(other, ClipFilter.ALL, 5, Progress.NONE);
        assertThat(results.hits()).isEmpty();
        assertThat(results.notice().orElseThrow()).contains("other@1", "axes@1");
    }

    @Test
    void aLongClipIsFoundByTheOneMomentInIt() throws Exception {
        listenInParts("forest.wav", rain(), rain(), new double[] {0, .2, 0, 1}, rain(), rain(), rain());
        for (int i = 0; i < 20; i++) {
            listenInParts(
                    "rainy day " + i + ".wav", rain(), new double[] {.1, 1, 0, 0}, rain(), rain(), rain(), rain());
        }

        SearchResults results = search("bell", SearchMode.SEMANTIC);

        assertThat(names(results)).startsWith("b/B00M_CICK.wav", "forest.wav");
        assertThat(results.hits().get(0).moment()).isEmpty();
        assertThat(results.hits().get(1).moment()).contains(new Moment(20, 10));
        assertThat(results.hits().get(1).startSeconds()).hasValue(20);
        assertThat(results.hits().get(1).similarity().orElseThrow()).isBetween(0.7, 0.98);
        assertThat(results.pack()).contains(PACK);
        assertThat(names(search("the bell in a forest", SearchMode.HYBRID))).startsWith("forest.wav");
    }

    @Test
    void aClipIsNotFoundForBeingLong() throws Exception {
        java.util.Random random = new java.util.Random(5);
        double[][] parts = new double[30][];
        for (int clip = 0; clip < 40; clip++) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = new double[] {.4 + .1 * random.nextGaussian(), 1, .1, .1};
            }
            listenInParts("long " + clip + ".wav", parts);
        }
        listen("short.wav", .55, 1, .1, .1);

        assertThat(names(search("door", SearchMode.SEMANTIC)))
                .startsWith("a/creak 1.wav", "a/squeal.wav", "b/noise.wav", "short.wav");
    }

    @Test
    void whatSoundsAlikeNamesTheMomentWhereSoundsHaveASpaceOfTheirOwnToo() throws Exception {
        listenInParts("forest.wav", rain(), new double[] {0, .1, 1, 0});
        SearchResults results = searcher.similarTo(ids.get("b/woof.wav"), ClipFilter.ALL, 9, Progress.NONE);
        SearchHit forest = results.hits().stream()
                .filter(hit -> hit.clip().equals(ids.get("forest.wav")))
                .findFirst()
                .orElseThrow();
        assertThat(forest.moment()).contains(new Moment(10, 10));
        assertThat(forest.similarity().orElseThrow()).isCloseTo(0.55 / Math.sqrt(0.55 * 0.55 + 0.5 * 0.5), within(0.1));
    }

    @Test
    void momentsFollowTheCatalogue() throws Exception {
        listenInParts("forest.wav", rain(), rain(), new double[] {0, 0, 0, 1});
        assertThat(momentOf("forest.wav")).contains(new Moment(20, 10));
        save(ids.get("forest.wav"), ClipState.EMBEDDED, embedding(new double[] {0, 0, 0, 1}, rain(), rain()));
        assertThat(momentOf("forest.wav")).contains(new Moment(0, 10));
        save(ids.get("forest.wav"), ClipState.EMBEDDED, embedding(rain(), new double[] {0, 0, 0, 1}));
        listenInParts("field.wav", rain(), new double[] {0, 0, 0, 1}, rain());
        assertThat(momentOf("forest.wav")).contains(new Moment(10, 10));
        assertThat(momentOf("field.wav")).contains(new Moment(10, 10));
        catalogue.scans().forget(List.of(ids.get("forest.wav")));
        assertThat(momentOf("field.wav")).contains(new Moment(10, 10));
    }

    private Optional<Moment> momentOf(String name) throws CancelledWork {
        return search("bell", SearchMode.SEMANTIC).hits().stream()
                .filter(hit -> hit.clip().equals(ids.get(name)))
                .findFirst()
                .orElseThrow()
                .moment();
    }

    private static double[] rain() {
        return new double[] {0, 1, 0, 0};
    }

    @Test
    void aClipThatWasOnlyListedIsFoundByItsNameButSoundsLikeNothing() throws Exception {
        ClipId id = add("new whistle.wav");
        assertThat(names(search("whistle", SearchMode.HYBRID))).startsWith("new whistle.wav");
        assertThat(search("whistle", SearchMode.HYBRID).hits().get(0).similarity())
                .isEmpty();
        assertThat(searcher.similarTo(id, ClipFilter.ALL, 5, Progress.NONE).hits())
                .isEmpty();
    }

    @Test
    void aSilentClipIsNeverFoundByItsSound() throws Exception {
        ClipId id = add("room.wav");
        save(id, ClipState.SILENT, Optional.empty());
        assertThat(names(search("bell", SearchMode.SEMANTIC))).hasSize(7).doesNotContain("room.wav");
    }

    @Test
    void followsTheCatalogueWhileItGrowsAndChanges() throws Exception {
        assertThat(names(search("bell", SearchMode.SEMANTIC))).startsWith("b/B00M_CICK.wav");
        listen("c/chime.wav", 0, 0, 0, 1);
        assertThat(names(search("bell", SearchMode.SEMANTIC))).startsWith("c/chime.wav");
        ClipId chime = ids.get("c/chime.wav");
        catalogue
                .scans()
                .apply(
                        library,
                        new ListingChanges(
                                List.of(), List.of(new ChangedFile(chime, STAMP)), List.of(), List.of(), List.of()));
        assertThat(names(search("bell", SearchMode.SEMANTIC))).doesNotContain("c/chime.wav");
        listen("c/gong.wav", 0, 0, 0, 1);
        catalogue.scans().forget(List.of(ids.get("b/noise.wav")));
        assertThat(names(search("bell", SearchMode.SEMANTIC)))
                .startsWith("c/gong.wav")
                .doesNotContain("b/noise.wav");
    }

    @Test
    void offlineClipsAreFoundUnlessTheFilterSaysOtherwise() throws Exception {
        ClipId woof = ids.get("b/woof.wav");
        catalogue.scans().apply(library, new ListingChanges(List.of(), List.of(), List.of(), List.of(woof), List.of()));
        assertThat(names(search("dog", SearchMode.SEMANTIC))).contains("b/woof.wav");
        ClipFilter online = filter(List.of(), false);
        assertThat(names(searcher.search(new SearchRequest("dog", SearchMode.SEMANTIC, online, 9), Progress.NONE)))
                .doesNotContain("b/woof.wav");
    }

    @Test
    void aModelThatDoesNotLoadLeavesTheWordsAndSaysSo() throws Exception {
        broken = true;
        SearchResults results = search("woof", SearchMode.HYBRID);
        assertThat(names(results)).containsExactly("b/woof.wav");
        assertThat(results.notice()).contains("The model is broken. Only words were searched.");
        assertThat(search("woof", SearchMode.SEMANTIC).hits()).isEmpty();
        assertThat(searcher.similarTo(ids.get("b/woof.wav"), ClipFilter.ALL, 5, Progress.NONE)
                        .notice())
                .isPresent();
    }

    @Test
    void theSameWordsAreEncodedOnce() throws Exception {
        search("bell tower", SearchMode.HYBRID);
        search(" bell tower ", SearchMode.SEMANTIC);
        assertThat(encoded.get()).isEqualTo(1);
    }

    @Test
    void aCancelledSearchEnds() {
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        SearchRequest request = new SearchRequest("bell", SearchMode.HYBRID, ClipFilter.ALL, 5);
        assertThatThrownBy(() -> searcher.search(request, cancelled)).isInstanceOf(CancelledWork.class);
        assertThatThrownBy(() -> searcher.similarTo(ids.get("b/woof.wav"), ClipFilter.ALL, 5, cancelled))
                .isInstanceOf(CancelledWork.class);
    }

    @Test
    void aLimitOfNothingAndAnEmptyCatalogueGiveNothing() throws Exception {
        assertThat(searcher.search(new SearchRequest("bell", SearchMode.HYBRID, ClipFilter.ALL, 0), Progress.NONE)
                        .hits())
                .isEmpty();
        catalogue.scans().forgetLibrary(library);
        assertThat(search("bell", SearchMode.HYBRID).hits()).isEmpty();
    }

    private SearchResults search(String text, SearchMode mode) throws CancelledWork {
        return searcher.search(new SearchRequest(text, mode, ClipFilter.ALL, 10), Progress.NONE);
    }

    private List<String> names(SearchResults results) {
        List<String> names = new ArrayList<>();
        for (SearchHit hit : results.hits()) {
            names.add(ROOT.relativize(
                            catalogue.clips().find(hit.clip()).orElseThrow().path())
                    .toString());
        }
        return names;
    }

    private ClipId add(String name) {
        Path path = ROOT.resolve(name);
        catalogue
                .scans()
                .apply(
                        library,
                        new ListingChanges(
                                List.of(new FoundFile(path, STAMP)), List.of(), List.of(), List.of(), List.of()));
        ClipId id = catalogue.clips().findByPath(path).orElseThrow().id();
        ids.put(name, id);
        return id;
    }

    private void listen(String name, double... joint) {
        float[] jointVector = unit(joint);
        float[] acoustic = new float[5]; // the acoustic space has an axis more
        System.arraycopy(jointVector, 0, acoustic, 1, 4);
        save(add(name), ClipState.EMBEDDED, Optional.of(new Embedding(PACK, jointVector, acoustic)));
    }

    private void listenInParts(String name, double[]... parts) {
        save(add(name), ClipState.EMBEDDED, embedding(parts));
    }

    /** Of parts of ten seconds each. */
    private static Optional<Embedding> embedding(double[]... parts) {
        double[] sum = new double[4];
        List<WindowVector> windows = new ArrayList<>();
        for (double[] part : parts) {
            float[] vector = unit(part);
            windows.add(new WindowVector(windows.size() * 10, 10, vector));
            for (int i = 0; i < 4; i++) {
                sum[i] += vector[i];
            }
        }
        float[] joint = unit(sum);
        float[] acoustic = new float[5];
        System.arraycopy(joint, 0, acoustic, 1, 4);
        return Optional.of(new Embedding(PACK, joint, acoustic, windows));
    }

    private void save(ClipId id, ClipState state, Optional<Embedding> embedding) {
        catalogue
                .scans()
                .saveListened(List.of(new ListenedClip(
                        id,
                        STAMP,
                        state,
                        PACK,
                        Optional.empty(),
                        Optional.empty(),
                        embedding,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "",
                        Optional.empty())));
    }

    private static float[] unit(double... values) {
        double length = 0;
        for (double v : values) {
            length += v * v;
        }
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (values[i] / Math.sqrt(length));
        }
        return unit;
    }

    private static ClipFilter below(String name) {
        return filter(List.of(ROOT.resolve(name).toString()), true);
    }

    private static ClipFilter filter(List<String> folders, boolean includeOffline) {
        return ClipFilter.ALL.withFolders(folders).withIncludeOffline(includeOffline);
    }

    private ModelPack pack() throws EncoderFailure {
        packsLoaded.incrementAndGet();
        if (broken) {
            throw new EncoderFailure("The model is broken.", null);
        }
        return new ModelPack() {
            @Override
            public PackDescription description() {
                return new PackDescription(PACK, "Axes", "", "", "", 4, 5, 1, Map.of());
            }

            @Override
            public AudioEncoder audio() {
                throw new UnsupportedOperationException("a search hears nothing");
            }

            @Override
            public TextEncoder text() {
                return text -> {
                    encoded.incrementAndGet();
                    double[] axes = AXES.stream()
                            .mapToDouble(axis -> text.contains(axis) ? 1 : 0.01)
                            .toArray();
                    return unit(axes);
                };
            }

            @Override
            public void close() {}
        };
    }
}
