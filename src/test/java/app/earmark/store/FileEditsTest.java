package app.earmark.store;

import static app.earmark.store.Sounds.WAV;
import static app.earmark.store.Sounds.probed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FileChange;
import app.earmark.library.KeywordIndex.KeywordHit;
import app.earmark.library.LibraryId;
import app.earmark.library.ScanCatalog.KnownFile;
import app.earmark.library.ScanCatalog.ListenTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of edits that changed files: what it records of them, forth and back. */
class FileEditsTest {

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private EditJournal journal;
    private LibraryId library;
    private Path old;
    private Path renamed;
    private ClipId clip;

    @BeforeEach
    void aClipWhoseFileIsThere() throws IOException {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        journal = catalogue.journal();
        Path sounds = Files.createDirectory(folder.resolve("sounds"));
        old = Files.write(sounds.resolve("take.wav"), new byte[100]);
        renamed = sounds.resolve("thunder roll.wav");
        library = catalogue.scans().openLibrary(sounds).id();
        catalogue.scans().apply(library, Sounds.added(sounds, "take.wav"));
        clip = catalogue.clips().findByPath(old).orElseThrow().id();
        catalogue.scans().saveProbed(List.of(probed(clip, WAV, Map.of())));
        catalogue.scans().saveContentHashes(Map.of(clip, "abc"));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private KnownFile known() {
        List<KnownFile> all = new ArrayList<>();
        catalogue.scans().knownFiles(library, all::add);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<ClipId> found(String query) {
        return catalogue.keywords().search(query, ClipFilter.ALL, 9).stream()
                .map(KeywordHit::clip)
                .toList();
    }

    private List<FileChange> rename() throws IOException {
        Files.move(old, renamed);
        return List.of(new FileChange(Optional.of(clip), old, renamed, Optional.empty()));
    }

    @Test
    void aRenamedFileIsTheSameClipUnderItsNewName() throws IOException {
        Edit edit = journal.recordFiles(Edit.Kind.RENAME, "Rename 1 file", rename());
        assertThat(edit.kind()).isEqualTo(Edit.Kind.RENAME);
        assertThat(edit.clips()).isEqualTo(1);
        assertThat(journal.undoable()).contains(edit);
        assertThat(journal.filesOf(edit))
                .isEqualTo(List.of(new FileChange(Optional.of(clip), old, renamed, Optional.empty())));
        assertThat(catalogue.clips().findByPath(renamed).orElseThrow().id()).isEqualTo(clip);
        assertThat(known().stamp().sizeBytes()).isEqualTo(100);
        assertThat(known().stamp().modifiedMillis())
                .isEqualTo(Files.getLastModifiedTime(renamed).toMillis());
        assertThat(catalogue.scans().awaitingProbing(List.of(library)))
                .as("its name is due to be read")
                .extracting(ListenTask::id)
                .containsExactly(clip);
        assertThat(found("thunder")).containsExactly(clip);
        assertThat(found("take")).isEmpty();
    }

    @Test
    void aFileThatWasWrittenIsTheSameClipWithOtherBytes() throws IOException {
        Path backup = Files.write(folder.resolve("backup"), new byte[100]);
        Files.write(old, new byte[140]);
        List<FileChange> files = List.of(new FileChange(Optional.of(clip), old, old, Optional.of(backup)));
        Edit edit = journal.recordFiles(Edit.Kind.METADATA, "Write metadata", files);
        assertThat(journal.filesOf(edit)).isEqualTo(files);
        assertThat(known().stamp().sizeBytes()).isEqualTo(140);
        assertThat(known().contentHash()).as("of the former bytes").isEmpty();
        assertThat(catalogue.scans().awaitingProbing(List.of(library))).hasSize(1);
    }

    @Test
    void filesWithoutARecordAreKeptInOrderToo() throws IOException {
        List<FileChange> files = new ArrayList<>();
        files.add(new FileChange(Optional.empty(), folder.resolve("x.txt"), folder.resolve("y.txt"), Optional.empty()));
        files.addAll(rename());
        files.add(new FileChange(
                Optional.of(new ClipId(4711)), folder.resolve("b"), folder.resolve("a"), Optional.empty()));
        Edit edit = journal.recordFiles(Edit.Kind.RENAME, "Rename 3 files", files);
        assertThat(journal.filesOf(edit))
                .extracting(FileChange::before)
                .containsExactly(folder.resolve("x.txt"), old, folder.resolve("b"));
        assertThat(journal.filesOf(edit))
                .extracting(FileChange::clip)
                .containsExactly(Optional.empty(), Optional.of(clip), Optional.empty());
    }

    @Test
    void anEditOfTheCatalogueIsNotOneOfFiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> journal.recordFiles(Edit.Kind.CATALOGUE, "x", List.of()));
        assertThat(journal.newest(9)).isEmpty();
    }

    @Test
    void theJournalAloneDoesNotUndoFiles() throws IOException {
        Edit edit = journal.recordFiles(Edit.Kind.RENAME, "Rename 1 file", rename());
        assertThatIllegalStateException().isThrownBy(journal::undo).withMessageContaining("changed files");
        assertThat(journal.undoable()).contains(edit);
    }

    @Test
    void filesPutBackAreWhereTheyWereAndCanBeChangedAgain() throws IOException {
        List<FileChange> files = rename();
        Edit edit = journal.recordFiles(Edit.Kind.RENAME, "Rename 1 file", files);
        Files.move(renamed, old);
        journal.filesUndone(edit, true, files, true);
        assertThat(journal.undoable()).isEmpty();
        assertThat(journal.redoable()).contains(edit.marked(true));
        assertThat(catalogue.clips().find(clip).orElseThrow().path()).isEqualTo(old);
        assertThat(found("take")).containsExactly(clip);
        assertThat(found("thunder")).isEmpty();

        Files.move(old, renamed);
        journal.filesUndone(edit.marked(true), false, files, true);
        assertThat(journal.redoable()).isEmpty();
        assertThat(journal.undoable()).contains(edit);
        assertThat(catalogue.clips().find(clip).orElseThrow().path()).isEqualTo(renamed);
    }

    @Test
    void anEditPutBackInPartIsStillTheNextOne() throws IOException {
        List<FileChange> files = rename();
        Edit edit = journal.recordFiles(Edit.Kind.RENAME, "Rename 1 file", files);
        Files.move(renamed, old);
        journal.filesUndone(edit, true, files, false);
        assertThat(journal.undoable()).contains(edit);
        assertThat(catalogue.clips().find(clip).orElseThrow().path()).isEqualTo(old);
    }

    @Test
    void onlyTheNextEditMayBePutBack() throws IOException {
        List<FileChange> files = rename();
        Edit edit = journal.recordFiles(Edit.Kind.RENAME, "Rename 1 file", files);
        catalogue.tags().hold(List.of(clip), "later");
        assertThatIllegalStateException()
                .isThrownBy(() -> journal.filesUndone(edit, true, files, true))
                .withMessageContaining("Rename 1 file");
        journal.undo();
        journal.filesUndone(edit, true, files, true);
        assertThat(journal.undoable()).isEmpty();
    }

    @Test
    void aFileThatIsGoneAgainIsLeftToTheNextScan() throws IOException {
        List<FileChange> files = rename();
        Files.delete(renamed);
        journal.recordFiles(Edit.Kind.RENAME, "Rename 1 file", files);
        assertThat(catalogue.clips().find(clip).orElseThrow().path()).isEqualTo(old);
    }
}
