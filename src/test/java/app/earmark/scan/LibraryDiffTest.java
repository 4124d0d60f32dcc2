package app.earmark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.FileStamp;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.ChangedFile;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.ListingChanges.MovedFile;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.progress.CancelledWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibraryDiffTest {

    private final List<KnownFile> known = new ArrayList<>();
    private final List<FoundFile> found = new ArrayList<>();
    private final Map<Path, String> content = new HashMap<>();
    private final List<Path> read = new ArrayList<>();

    @Test
    void tellsNewChangedAndReturnedFiles() throws Exception {
        known(1, "same.wav", 10, 100, false, null);
        known(2, "longer.wav", 10, 100, false, null);
        known(3, "touched.wav", 10, 100, false, null);
        known(4, "back.wav", 10, 100, true, null);
        found("same.wav", 10, 100);
        found("longer.wav", 11, 100);
        found("touched.wav", 10, 101);
        found("back.wav", 10, 100);
        found("new.wav", 10, 100);

        ListingChanges changes = compare(false).changes();

        assertThat(changes)
                .isEqualTo(new ListingChanges(
                        List.of(new FoundFile(path("new.wav"), new FileStamp(10, 100))),
                        List.of(
                                new ChangedFile(new ClipId(2), new FileStamp(11, 100)),
                                new ChangedFile(new ClipId(3), new FileStamp(10, 101))),
                        List.of(),
                        List.of(),
                        List.of(new ClipId(4))));
    }

    @Test
    void recognisesAMovedFileByItsContent() throws Exception {
        manyThatStay(40);
        known(1, "a/old name.wav", 10, 100, false, "hash-1");
        found("b/new name.wav", 10, 555);
        content.put(path("b/new name.wav"), "hash-1");

        ListingChanges changes = compare(false).changes();

        assertThat(changes.moved())
                .containsExactly(new MovedFile(new ClipId(1), path("b/new name.wav"), new FileStamp(10, 555)));
        assertThat(changes.added()).isEmpty();
        assertThat(changes.vanished()).isEmpty();
    }

    @Test
    void takesAFileOfTheSameSizeWithOtherContentForANewOne() throws Exception {
        manyThatStay(40);
        known(1, "a/door.wav", 10, 100, false, "hash-1");
        found("b/door.wav", 10, 100);
        content.put(path("b/door.wav"), "hash-2");

        ListingChanges changes = compare(false).changes();

        assertThat(changes.moved()).isEmpty();
        assertThat(changes.added()).hasSize(1);
        assertThat(changes.vanished()).containsExactly(new ClipId(1));
    }

    @Test
    void readsOnlyNewFilesThatHaveTheSizeOfAVanishedOne() throws Exception {
        manyThatStay(40);
        known(1, "a/door.wav", 10, 100, false, "hash-1");
        found("b/other size.wav", 11, 100);
        found("b/same size.wav", 10, 100);

        compare(false);

        assertThat(read).containsExactly(path("b/same size.wav"));
    }

    @Test
    void recognisesAMovedFileThatWasNeverReadByNameSizeAndTime() throws Exception {
        manyThatStay(40);
        known(1, "a/door.wav", 10, 100, false, null);
        known(2, "a/gate.wav", 10, 100, false, null);
        found("b/door.wav", 10, 100);
        found("b/gate.wav", 10, 101);

        ListingChanges changes = compare(false).changes();

        assertThat(changes.moved()).extracting(MovedFile::id).containsExactly(new ClipId(1));
        assertThat(changes.vanished()).containsExactly(new ClipId(2));
        assertThat(changes.added()).extracting(FoundFile::path).containsExactly(path("b/gate.wav"));
        assertThat(read).isEmpty();
    }

    @Test
    void prefersOfSeveralCopiesTheOneThatKeptItsName() throws Exception {
        manyThatStay(40);
        known(1, "a/copy.wav", 10, 100, false, "hash");
        known(2, "a/door.wav", 10, 100, false, "hash");
        found("b/door.wav", 10, 100);
        content.put(path("b/door.wav"), "hash");

        ListingChanges changes = compare(false).changes();

        assertThat(changes.moved()).extracting(MovedFile::id).containsExactly(new ClipId(2));
        assertThat(changes.vanished()).containsExactly(new ClipId(1));
    }

    @Test
    void findsAFileAgainThatWasOfflineAndTurnsUpElsewhere() throws Exception {
        manyThatStay(40);
        known(1, "a/door.wav", 10, 100, true, "hash");
        found("b/door.wav", 10, 100);
        content.put(path("b/door.wav"), "hash");

        assertThat(compare(false).changes().moved()).extracting(MovedFile::id).containsExactly(new ClipId(1));
    }

    @Test
    void marksUpToFivePercentOffline() throws Exception {
        manyThatStay(19);
        known(1, "gone.wav", 10, 100, false, null);

        LibraryDiff.Comparison comparison = compare(false);

        assertThat(comparison.absent()).isFalse();
        assertThat(comparison.changes().vanished()).containsExactly(new ClipId(1));
    }

    @Test
    void marksNothingWhenMoreThanFivePercentIsMissing() throws Exception {
        manyThatStay(18);
        known(1, "gone.wav", 10, 100, false, null);
        found("new.wav", 99, 100);

        LibraryDiff.Comparison comparison = compare(false);

        assertThat(comparison.absent()).isTrue();
        assertThat(comparison.missing()).isEqualTo(1);
        assertThat(comparison.changes().vanished()).isEmpty();
        assertThat(comparison.changes().added()).hasSize(1);
    }

    @Test
    void marksHoweverManyWhenThePersonAcceptsIt() throws Exception {
        known(1, "gone.wav", 10, 100, false, null);

        LibraryDiff.Comparison comparison = compare(true);

        assertThat(comparison.absent()).isFalse();
        assertThat(comparison.changes().vanished()).containsExactly(new ClipId(1));
    }

    @Test
    void countsOnlyFilesThatWereOnline() throws Exception {
        for (int i = 0; i < 100; i++) {
            known(1000 + i, "away" + i, 10, 100, true, null);
        }
        manyThatStay(10);
        known(1, "gone.wav", 10, 100, false, null);

        assertThat(compare(false).absent()).isTrue();
    }

    @Test
    void leavesFilesAloneInPlacesNobodyLookedAt() throws Exception {
        known(1, "locked/door.wav", 10, 100, false, null);

        LibraryDiff.Comparison comparison = new LibraryDiff(hash())
                .compare(known, found, path -> !path.startsWith(path("locked")), path -> false, false);

        assertThat(comparison.changes()).isEqualTo(ListingChanges.NONE);
        assertThat(comparison.absent()).isFalse();
    }

    @Test
    void takesAFileAnewThatIsToBeRetried() throws Exception {
        known(1, "failed.wav", 10, 100, false, null);
        found("failed.wav", 10, 100);

        ListingChanges changes = new LibraryDiff(hash())
                .compare(known, found, path -> true, path("failed.wav")::equals, false)
                .changes();

        assertThat(changes.changed()).extracting(ChangedFile::id).containsExactly(new ClipId(1));
    }

    private void manyThatStay(int count) {
        for (int i = 0; i < count; i++) {
            known(100 + i, "stays" + i + ".wav", 7, 100, false, "stays" + i);
            found("stays" + i + ".wav", 7, 100);
        }
    }

    private LibraryDiff.Comparison compare(boolean acceptMissing) throws CancelledWork {
        return new LibraryDiff(hash()).compare(known, found, path -> true, path -> false, acceptMissing);
    }

    private ContentHash hash() {
        return file -> {
            read.add(file);
            return content.getOrDefault(file, "content of " + file);
        };
    }

    private void known(long id, String name, long size, long time, boolean offline, String hash) {
        known.add(new KnownFile(
                new ClipId(id),
                path(name),
                new FileStamp(size, time),
                ClipState.EMBEDDED,
                offline,
                Optional.ofNullable(hash)));
    }

    private void found(String name, long size, long time) {
        found.add(new FoundFile(path(name), new FileStamp(size, time)));
    }

    private static Path path(String name) {
        return Path.of("/sounds").resolve(name);
    }
}
