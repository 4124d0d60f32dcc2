package app.earmark.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.indexing.ClipListener;
import app.earmark.indexing.Relistener;
import app.earmark.indexing.ScanReport;
import app.earmark.indexing.ScanSettings;
import app.earmark.indexing.StageTimes;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.library.Tag;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.progress.Progress;
import app.earmark.search.HybridSearcher;
import app.earmark.search.SearchMode;
import app.earmark.search.SearchRequest;
import app.earmark.search.SearchResults;
import app.earmark.store.Catalogue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packs of different dimensions over one catalogue. */
class SideBySideTest {

    private static final PackId OLD = new PackId("old", "1");
    private static final PackId NEW = new PackId("new", "2");
    private static final FileStamp STAMP = new FileStamp(1, 1);
    private static final int CLIPS = 200;

    @TempDir
    Path folder;

    private final Map<PackId, ModelPack> shelf = new HashMap<>();
    private PackId chosen = OLD;
    private long now;
    private Catalogue catalogue;
    private LibraryId library;
    private OpenPacks packs;
    private ServingPack serving;
    private HybridSearcher searcher;

    @BeforeEach
    void open() {
        shelf.put(OLD, new FakePack(OLD, 4));
        shelf.put(NEW, new FakePack(NEW, 3));
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), LabelNames.OWN_ONLY);
        library = catalogue.scans().openLibrary(folder).id();
        packs = new OpenPacks(() -> shelf.get(chosen), id -> Optional.ofNullable(shelf.get(id)));
        serving = new ServingPack(packs, catalogue::embeddings, () -> now);
        searcher = new HybridSearcher(
                catalogue.clips(), catalogue.keywords(), catalogue.embeddings(), serving, Runnable::run);
        catalogue
                .scans()
                .apply(
                        library,
                        new ListingChanges(
                                IntStream.range(0, CLIPS)
                                        .mapToObj(i -> new FoundFile(folder.resolve("sound " + i + ".wav"), STAMP))
                                        .toList(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
        catalogue
                .scans()
                .saveListened(catalogue.scans().awaitingListening(List.of(library), OLD).stream()
                        .map(task -> heard(task, OLD, 4))
                        .toList());
    }

    @AfterEach
    void close() {
        searcher.close();
        packs.close();
        catalogue.close();
    }

    @Test
    void theOldPackServesUntilTheNewOneHasListenedAndPersonsTagsStay() throws Exception {
        ClipId clip = catalogue.clips().matching(ClipFilter.ALL).get(0);
        catalogue.tags().hold(List.of(clip), "mine");
        assertServedBy(OLD, Optional.empty());

        choose(NEW);
        assertServedBy(OLD, Optional.of("Searched with the model pack old@1, until new@2 has listened"));
        ScanReport first = relistener(task -> heard(task, NEW, 3)).listen(cancelledAfter(100));
        assertThat(first.cancelled()).isTrue();
        long done = catalogue.embeddings().count(NEW);
        assertThat(done).isBetween(1L, CLIPS - 10L);
        assertServedBy(OLD, Optional.of(done + " of 200"));
        reopen();
        assertThat(relistener(task -> heard(task, NEW, 3)).due()).isEqualTo(CLIPS - done);
        ScanReport rest = relistener(task -> heard(task, NEW, 3)).listen(Progress.NONE);
        assertThat(rest.embedded()).isEqualTo(CLIPS - done);

        assertServedBy(NEW, Optional.empty());
        assertThat(catalogue.embeddings().count(OLD)).isEqualTo(CLIPS);
        assertThat(labels(clip)).containsExactly("mine", "heard by new@2");

        choose(OLD);
        assertServedBy(OLD, Optional.empty());
        assertThat(relistener(task -> heard(task, OLD, 4)).due()).isZero();
        assertThat(catalogue.scans().awaitingTagging(OLD, "v")).hasSize(CLIPS);
    }

    @Test
    void aFewSoundsThatCannotBeHeardAgainDoNotHoldTheNewPackUp() throws Exception {
        choose(NEW);
        AtomicInteger count = new AtomicInteger();
        relistener(task -> count.incrementAndGet() <= 3 ? failed(task) : heard(task, NEW, 3))
                .listen(Progress.NONE);
        assertThat(catalogue.clips().failures()).isEmpty();
        assertThat(relistener(task -> failed(task)).due()).isEqualTo(3);
        assertServedBy(NEW, Optional.empty());
    }

    @Test
    void aPackThatFailsOnEverythingSpoilsNothing() throws Exception {
        choose(NEW);
        ScanReport report = relistener(SideBySideTest::failed).listen(Progress.NONE);
        assertThat(report.failed()).isEqualTo(CLIPS);
        assertServedBy(OLD, Optional.of("0 of 200"));
        assertThat(catalogue.clips().counts().failed()).isZero();
        assertThat(labels(catalogue.clips().matching(ClipFilter.ALL).get(0))).containsExactly("heard by old@1");
    }

    @Test
    void soundsThatAreAwayAreNotWaitedFor() throws Exception {
        List<ClipId> away = catalogue.clips().matching(ClipFilter.ALL).subList(0, 50);
        catalogue.scans().apply(library, new ListingChanges(List.of(), List.of(), List.of(), away, List.of()));
        choose(NEW);
        relistener(task -> heard(task, NEW, 3)).listen(Progress.NONE);
        assertThat(catalogue.embeddings().count(NEW)).isEqualTo(150);
        assertServedBy(NEW, Optional.empty());
        catalogue.scans().markAbsent(library, true);
        assertServedBy(OLD, Optional.of("150 of 200"));
    }

    @Test
    void withoutTheOldPacksFilesWordsAreSearchedAndThePersonIsTold() throws Exception {
        choose(NEW);
        shelf.remove(OLD);
        reopen();
        SearchResults results = search("sound 7");
        assertThat(results.pack()).isEmpty();
        assertThat(results.hits()).isNotEmpty();
        assertThat(results.notice().orElseThrow())
                .startsWith("The model pack old@1, which listened to your sounds, is no longer there")
                .endsWith("Only words were searched.");
        relistener(task -> heard(task, NEW, 3)).listen(cancelledAfter(100));
        now += 10_000_000_000L;
        assertThat(search("sound 7").pack()).contains(NEW);
        assertThat(search("sound 7").notice().orElseThrow()).contains("no longer there");
    }

    @Test
    void oneOpenPackIsEnoughAndAllAreClosed() throws Exception {
        ModelPack first = packs.chosen();
        FakePack second = new FakePack(OLD, 4);
        shelf.put(OLD, second);
        packs.choiceChanged();
        assertThat(packs.chosen()).isSameAs(first);
        assertThat(second.closed).isTrue();
        packs.close();
        assertThat(((FakePack) first).closed).isTrue();
    }

    @Test
    void aChosenPackThatDoesNotOpenIsSaidSo() {
        packs = new OpenPacks(
                () -> {
                    throw new EncoderFailure("broken", null);
                },
                id -> Optional.empty());
        ServingPack none = new ServingPack(packs, catalogue::embeddings, () -> now);
        assertThatThrownBy(none::get).isInstanceOf(EncoderFailure.class).hasMessage("broken");
    }

    private void choose(PackId pack) {
        chosen = pack;
        packs.choiceChanged();
    }

    /** As another process finds it. */
    private void reopen() {
        searcher.close();
        catalogue.close();
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), LabelNames.OWN_ONLY);
        packs = new OpenPacks(() -> shelf.get(chosen), id -> Optional.ofNullable(shelf.get(id)));
        serving = new ServingPack(packs, catalogue::embeddings, () -> now);
        searcher = new HybridSearcher(
                catalogue.clips(), catalogue.keywords(), catalogue.embeddings(), serving, Runnable::run);
    }

    private void assertServedBy(PackId pack, Optional<String> notice) throws Exception {
        now += 10_000_000_000L;
        SearchResults results = search("anything else");
        assertThat(results.pack()).contains(pack);
        assertThat(results.hits()).hasSize(10);
        assertThat(results.hits().get(0).similarity()).isPresent();
        if (notice.isEmpty()) {
            assertThat(results.notice()).isEmpty();
        } else {
            assertThat(results.notice().orElseThrow()).contains(notice.get());
        }
    }

    private SearchResults search(String text) throws Exception {
        return searcher.search(new SearchRequest(text, SearchMode.HYBRID, ClipFilter.ALL, 10), Progress.NONE);
    }

    private List<String> labels(ClipId clip) {
        return catalogue.clips().tagsOf(clip).tags().stream().map(Tag::label).toList();
    }

    private interface Ear {
        ListenedClip listen(ListenTask task);
    }

    private Relistener relistener(Ear ear) {
        return new Relistener(
                catalogue.scans(),
                () -> chosen,
                () -> new ClipListener() {
                    @Override
                    public PackId pack() {
                        return chosen;
                    }

                    @Override
                    public ListenedClip listen(ListenTask clip, Progress progress) {
                        return ear.listen(clip);
                    }
                },
                new ScanSettings(2),
                new StageTimes());
    }

    private static Progress cancelledAfter(long clips) {
        AtomicInteger done = new AtomicInteger();
        return new Progress() {
            @Override
            public boolean isCancelled() {
                return done.incrementAndGet() > clips;
            }
        };
    }

    private static ListenedClip heard(ListenTask task, PackId pack, int dimension) {
        float[] vector = new float[dimension];
        vector[(int) (task.id().value() % dimension)] = 1;
        return listened(
                task, ClipState.EMBEDDED, pack, Optional.of(new Embedding(pack, vector, vector)), Optional.empty());
    }

    private static ListenedClip failed(ListenTask task) {
        return listened(
                task,
                ClipState.FAILED,
                NEW,
                Optional.empty(),
                Optional.of(new ClipFailure(task.path(), "MODEL_FAILED", "The model failed.")));
    }

    private static ListenedClip listened(
            ListenTask task,
            ClipState state,
            PackId pack,
            Optional<Embedding> embedding,
            Optional<ClipFailure> failure) {
        List<TagClaim> claims = embedding.isEmpty()
                ? List.of()
                : List.of(new TagClaim("heard by " + pack, TagSource.MODEL, OptionalDouble.of(.9), true));
        return new ListenedClip(
                task.id(),
                task.stamp(),
                state,
                pack,
                Optional.empty(),
                Optional.empty(),
                embedding,
                Optional.empty(),
                Optional.empty(),
                claims,
                "v",
                failure);
    }
}
