package app.earmark.store;

import static app.earmark.store.Sounds.PACK;
import static app.earmark.store.Sounds.ROOT;
import static app.earmark.store.Sounds.STAMP;
import static app.earmark.store.Sounds.WAV;
import static app.earmark.store.Sounds.claim;
import static app.earmark.store.Sounds.guess;
import static app.earmark.store.Sounds.listened;
import static app.earmark.store.Sounds.model;
import static app.earmark.store.Sounds.probed;
import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Clip;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.ChangedFile;
import app.earmark.library.ListingChanges.MovedFile;
import app.earmark.library.PackId;
import app.earmark.library.ProbedFile;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCatalogTest {

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private LibraryId library;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        library = catalogue.scans().openLibrary(ROOT).id();
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void aLibraryIsRecordedOnceAndCountsItsClips() {
        Sounds.add(catalogue, "a.wav", "b.wav");
        assertThat(catalogue.scans().openLibrary(ROOT).id()).isEqualTo(library);
        assertThat(catalogue.clips().libraries()).singleElement().satisfies(l -> {
            assertThat(l.name()).isEqualTo("My Library");
            assertThat(l.clipCount()).isEqualTo(2);
            assertThat(l.absent()).isFalse();
        });
        catalogue.scans().markAbsent(library, true);
        assertThat(catalogue.clips().libraries().get(0).absent()).isTrue();
    }

    @Test
    void aNewFileAwaitsProbingAndListening() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        ListenTask task = new ListenTask(id, ROOT.resolve("a.wav"), STAMP);
        assertThat(catalogue.scans().awaitingProbing(List.of(library))).containsExactly(task);
        assertThat(catalogue.scans().awaitingListening(List.of(library), PACK)).containsExactly(task);
        catalogue.scans().saveProbed(List.of(probed(id, WAV, Map.of("FXName", "Creak"))));
        assertThat(catalogue.scans().awaitingProbing(List.of(library))).isEmpty();
        Clip clip = catalogue.clips().find(id).orElseThrow();
        assertThat(clip.facts()).contains(WAV);
        assertThat(clip.state()).isEqualTo(ClipState.LISTED);
        assertThat(catalogue.clips().fieldsOf(id).get("FXName")).isEqualTo("Creak");
    }

    @Test
    void aListenedClipIsStoredWholeAndNotAwaitedAgain() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        catalogue.scans().saveListened(List.of(listened(id, new float[] {1, 0}, new float[] {0, 1, 0})));
        assertThat(catalogue.scans().awaitingListening(List.of(library), PACK)).isEmpty();
        assertThat(catalogue.scans().awaitingListening(List.of(library), new PackId("clap", "1")))
                .hasSize(1);
        Clip clip = catalogue.clips().find(id).orElseThrow();
        assertThat(clip.state()).isEqualTo(ClipState.EMBEDDED);
        assertThat(clip.facts()).contains(WAV);
        assertThat(catalogue.clips().thumbnailsOf(List.of(id)).get(id).minMax()).containsExactly(-3, 4);
        assertThat(catalogue.clips().playerPeaks(id).orElseThrow().buckets()).isEqualTo(2);
        assertThat(catalogue.clips().packsOf(List.of(id))).containsEntry(id, PACK);
        List<KnownFile> known = new ArrayList<>();
        catalogue.scans().knownFiles(library, known::add);
        assertThat(known)
                .containsExactly(new KnownFile(
                        id, ROOT.resolve("a.wav"), STAMP, ClipState.EMBEDDED, false, Optional.of("ab" + id.value())));
    }

    @Test
    void aResultAboutAFileThatChangedSinceIsDropped() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        ListenedClip stale =
                listened(id, new FileStamp(999, 1), PACK, new float[] {1}, new float[] {1}, model("DOGBark", .9));
        catalogue.scans().saveListened(List.of(stale));
        assertThat(catalogue.clips().find(id).orElseThrow().state()).isEqualTo(ClipState.LISTED);
        assertThat(catalogue.clips().tagsOf(id).tags()).isEmpty();
        assertThat(catalogue.embeddings().count(PACK)).isZero();
    }

    @Test
    void aChangedFileLosesWhatWasLearntButNotWhatAPersonSaid() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        catalogue.scans().saveProbed(List.of(probed(id, WAV, Map.of("X", "y"), claim("DOORWood", TagSource.FILE))));
        catalogue.scans().saveListened(List.of(listened(id, new float[] {1}, new float[] {1}, model("my drone", .8))));
        catalogue.tags().hold(List.of(id), "DOORCreak");
        catalogue.tags().reject(List.of(id), "DOGBark");
        assertThat(catalogue.clips().tagsOf(id).tags())
                .extracting(Tag::label)
                .containsExactly("DOORCreak", "DOORWood", "my drone");

        FileStamp newStamp = new FileStamp(5, 6);
        catalogue
                .scans()
                .apply(library, changes(List.of(new ChangedFile(id, newStamp)), List.of(), List.of(), List.of()));

        Clip clip = catalogue.clips().find(id).orElseThrow();
        assertThat(clip.stamp()).isEqualTo(newStamp);
        assertThat(clip.facts()).isEmpty();
        assertThat(clip.state()).isEqualTo(ClipState.LISTED);
        assertThat(catalogue.clips().tagsOf(id).tags()).extracting(Tag::label).containsExactly("DOORCreak");
        assertThat(catalogue.clips().tagsOf(id).rejected()).containsExactly("DOGBark");
        assertThat(catalogue.clips().thumbnailsOf(List.of(id))).isEmpty();
        assertThat(catalogue.clips().fieldsOf(id)).isEqualTo(ClipFields.NONE);
        assertThat(catalogue.embeddings().find(id, PACK)).isEmpty();
        assertThat(catalogue.scans().awaitingProbing(List.of(library))).hasSize(1);
        assertThat(catalogue.scans().awaitingListening(List.of(library), PACK)).hasSize(1);
    }

    @Test
    void filesThatChangedPlacesKeepTheirRecords() {
        List<ClipId> ids = Sounds.add(catalogue, "a.wav", "b.wav");
        catalogue.tags().hold(List.of(ids.get(0)), "DOORCreak");
        catalogue
                .scans()
                .apply(
                        library,
                        changes(
                                List.of(),
                                List.of(
                                        new MovedFile(ids.get(0), ROOT.resolve("b.wav"), STAMP),
                                        new MovedFile(ids.get(1), ROOT.resolve("a.wav"), STAMP)),
                                List.of(),
                                List.of()));
        assertThat(catalogue
                        .clips()
                        .findByPath(ROOT.resolve("b.wav"))
                        .orElseThrow()
                        .id())
                .isEqualTo(ids.get(0));
        assertThat(catalogue
                        .clips()
                        .findByPath(ROOT.resolve("a.wav"))
                        .orElseThrow()
                        .id())
                .isEqualTo(ids.get(1));
        assertThat(catalogue.clips().tagsOf(ids.get(0)).tags()).hasSize(1);
    }

    @Test
    void aMovedFileIsFoundByItsNewNameAndKeepsItsVectors() {
        ClipId id = Sounds.add(catalogue, "old.wav").get(0);
        catalogue.scans().saveProbed(List.of(probed(id, WAV, Map.of())));
        catalogue.scans().saveListened(List.of(listened(id, new float[] {1}, new float[] {1})));
        MovedFile move = new MovedFile(id, ROOT.resolve("sub/Trapdoor.wav"), STAMP);
        catalogue.scans().apply(library, changes(List.of(), List.of(move), List.of(), List.of()));
        assertThat(catalogue.keywords().search("trapdoor", ClipFilter.ALL, 5)).hasSize(1);
        assertThat(catalogue.keywords().search("old", ClipFilter.ALL, 5)).isEmpty();
        assertThat(catalogue.scans().awaitingListening(List.of(library), PACK)).isEmpty();
        assertThat(catalogue.scans().awaitingProbing(List.of(library))).hasSize(1);
    }

    @Test
    void aMoveOntoAPathThatIsTakenLosesNoRecord() {
        List<ClipId> ids = Sounds.add(catalogue, "a.wav", "b.wav");
        MovedFile clash = new MovedFile(ids.get(0), ROOT.resolve("b.wav"), STAMP);
        catalogue.scans().apply(library, changes(List.of(), List.of(clash), List.of(), List.of()));
        assertThat(catalogue.clips().find(ids.get(0)).orElseThrow().path()).isEqualTo(ROOT.resolve("a.wav"));
        assertThat(catalogue.clips().find(ids.get(0)).orElseThrow().offline()).isTrue();
        assertThat(catalogue.clips().find(ids.get(1)).orElseThrow().offline()).isFalse();
    }

    @Test
    void vanishedFilesAreOfflineAndComeBack() {
        List<ClipId> ids = Sounds.add(catalogue, "a.wav", "b.wav");
        catalogue.scans().apply(library, changes(List.of(), List.of(), List.of(ids.get(0)), List.of()));
        assertThat(catalogue.clips().find(ids.get(0)).orElseThrow().offline()).isTrue();
        assertThat(catalogue.clips().counts().offline()).isEqualTo(1);
        assertThat(catalogue.scans().awaitingListening(List.of(library), PACK))
                .extracting(ListenTask::id)
                .containsExactly(ids.get(1));
        catalogue.scans().apply(library, changes(List.of(), List.of(), List.of(), List.of(ids.get(0))));
        assertThat(catalogue.clips().find(ids.get(0)).orElseThrow().offline()).isFalse();
    }

    @Test
    void aFileAddedAgainUnderAKnownPathIsTheSameClip() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        catalogue.scans().saveListened(List.of(listened(id, new float[] {1}, new float[] {1})));
        assertThat(Sounds.add(catalogue, "a.wav", "c.wav").get(0)).isEqualTo(id);
        assertThat(catalogue.clips().find(id).orElseThrow().state()).isEqualTo(ClipState.EMBEDDED);
        assertThat(catalogue.clips().counts().clips()).isEqualTo(2);
    }

    @Test
    void aFailedFileIsTriedAgainOnlyWhenItChangesOrIsAskedFor() {
        ClipId id = Sounds.add(catalogue, "a.wav").get(0);
        ClipFailure failure = new ClipFailure(ROOT.resolve("a.wav"), "EMPTY_FILE", "a.wav is empty.");
        catalogue
                .scans()
                .saveProbed(List.of(
                        new ProbedFile(id, Optional.empty(), ClipFields.NONE, List.of(), Optional.of(failure))));
        assertThat(catalogue.clips().failures()).containsExactly(failure);
        assertThat(catalogue.clips().find(id).orElseThrow().failure()).contains(failure);
        assertThat(catalogue.clips().counts().failed()).isEqualTo(1);
        assertThat(catalogue.scans().awaitingProbing(List.of(library))).isEmpty();
        assertThat(catalogue.scans().awaitingListening(List.of(library), PACK)).isEmpty();
        catalogue.scans().retryFailed(List.of(library));
        assertThat(catalogue.clips().failures()).isEmpty();
        assertThat(catalogue.scans().awaitingProbing(List.of(library))).hasSize(1);
        assertThat(catalogue.scans().awaitingListening(List.of(library), PACK)).hasSize(1);
    }

    @Test
    void aForgottenClipIsGoneFromEveryIndex() {
        List<ClipId> ids = Sounds.add(catalogue, "bathtub.wav", "rain.wav");
        catalogue
                .scans()
                .saveListened(List.of(listened(ids.get(0), new float[] {1}, new float[] {1}, guess("DOGBark", .2))));
        catalogue.scans().forget(List.of(ids.get(0)));
        assertThat(catalogue.clips().find(ids.get(0))).isEmpty();
        assertThat(catalogue.keywords().search("bathtub", ClipFilter.ALL, 5)).isEmpty();
        assertThat(catalogue.keywords().search("atht", ClipFilter.ALL, 5)).isEmpty();
        assertThat(catalogue.embeddings().count(PACK)).isZero();
        assertThat(catalogue.clips().tagsOf(ids)).isEmpty();
        assertThat(Sounds.add(catalogue, "new.wav")).doesNotContain(ids.get(0));
        catalogue.scans().forgetLibrary(library);
        assertThat(catalogue.clips().counts().clips()).isZero();
        assertThat(catalogue.clips().libraries()).isEmpty();
    }

    @Test
    void theRevisionGrowsWithEveryChangeAndOnlyThen() {
        long before = catalogue.clips().revision();
        catalogue.clips().counts();
        assertThat(catalogue.clips().revision()).isEqualTo(before);
        Sounds.add(catalogue, "a.wav");
        assertThat(catalogue.clips().revision()).isGreaterThan(before);
    }

    private static ListingChanges changes(
            List<ChangedFile> changed, List<MovedFile> moved, List<ClipId> vanished, List<ClipId> returned) {
        return new ListingChanges(List.of(), changed, moved, vanished, returned);
    }
}
