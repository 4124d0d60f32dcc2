package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.AudioStream;
import app.earmark.decode.UndecodableFile;
import app.earmark.library.AudioFacts;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipState;
import app.earmark.library.ListenedClip;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.library.TagClaim;
import app.earmark.metadata.ClipTextReader;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LibraryScannerTest {

    private static final PackId PACK = new PackId("fake", "1");
    private static final ClipTextReader TEXT = new ClipTextReader(UcsTable.load());

    @TempDir
    Path root;

    private final MemoryCatalog catalog = new MemoryCatalog();
    private final List<Path> probed = Collections.synchronizedList(new ArrayList<>());
    private final List<Path> listened = Collections.synchronizedList(new ArrayList<>());
    private PackId pack = PACK;

    @Test
    void listsProbesAndListensToEveryFile() throws Exception {
        files("DOORCreak_Gate_ABC_LIB.wav", "b/rain.flac", "notes.txt");
        List<String> phases = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void phase(String name, long total) {
                phases.add(name + " " + total);
            }
        };

        ScanReport report = scanner().scan(List.of(root), false, progress);

        assertThat(report).isEqualTo(new ScanReport(2, 2, 0, 0, 0, false, List.of(), List.of()));
        assertThat(phases).containsExactly("Listing -1", "Probing 2", "Loading the model -1", "Listening 2");
        MemoryCatalog.Row gate = catalog.at(root.resolve("DOORCreak_Gate_ABC_LIB.wav"));
        assertThat(gate.facts).isPresent();
        assertThat(gate.probe.fields().get("FXName")).isEqualTo("Gate");
        assertThat(gate.probe.claims()).extracting(TagClaim::label).containsExactly("DOORCreak");
        assertThat(gate.state).isEqualTo(ClipState.EMBEDDED);
    }

    @Test
    void touchesOnlyWhatIsNewChangedOrMovedInARescan() throws Exception {
        files("a.wav", "b.wav", "c.wav", "d.wav");
        scan();
        probed.clear();
        listened.clear();
        Files.writeString(root.resolve("a.wav"), "longer than before");
        Files.createDirectory(root.resolve("sub"));
        Files.move(root.resolve("b.wav"), root.resolve("sub/renamed.wav"));
        files("new.wav");

        ScanReport report = scan();

        assertThat(listened).containsExactlyInAnyOrder(root.resolve("a.wav"), root.resolve("new.wav"));
        assertThat(probed).containsExactlyInAnyOrder(root.resolve("a.wav"), root.resolve("new.wav"));
        assertThat(report).isEqualTo(new ScanReport(5, 2, 2, 0, 0, false, List.of(), List.of()));
        assertThat(catalog.at(root.resolve("sub/renamed.wav")).id.value()).isEqualTo(2);
        assertThat(catalog.rows).hasSize(5);
    }

    @Test
    void marksMissingFilesOfflineAndBringsThemBack() throws Exception {
        for (int i = 0; i < 20; i++) {
            files("f" + i + ".wav");
        }
        scan();
        byte[] content = Files.readAllBytes(root.resolve("f7.wav"));
        var time = Files.getLastModifiedTime(root.resolve("f7.wav"));
        Files.delete(root.resolve("f7.wav"));

        assertThat(scan().offline()).isEqualTo(1);
        assertThat(catalog.at(root.resolve("f7.wav")).offline).isTrue();

        listened.clear();
        Files.write(root.resolve("f7.wav"), content);
        Files.setLastModifiedTime(root.resolve("f7.wav"), time);
        scan();
        assertThat(catalog.at(root.resolve("f7.wav")).offline).isFalse();
        assertThat(listened).isEmpty();
    }

    @Test
    void showsTheLibraryAsAbsentWhenTooMuchIsMissingAndMarksNothing() throws Exception {
        files("a.wav", "b.wav", "c.wav");
        scan();
        Files.delete(root.resolve("a.wav"));

        ScanReport report = scan();

        assertThat(report.absent()).singleElement().satisfies(l -> assertThat(l.root())
                .isEqualTo(root));
        assertThat(report.offline()).isZero();
        assertThat(catalog.at(root.resolve("a.wav")).offline).isFalse();
        assertThat(catalog.libraries()).allMatch(l -> l.absent());

        assertThat(scanner().scan(List.of(root), true, Progress.NONE).offline()).isEqualTo(1);
        assertThat(catalog.at(root.resolve("a.wav")).offline).isTrue();
        assertThat(catalog.libraries()).noneMatch(l -> l.absent());
    }

    @Test
    void takesAnEmptyOrUnmountedRootForAnAbsentLibrary() throws Exception {
        Path disk = Files.createDirectory(root.resolve("disk"));
        files("disk/a.wav");
        scanner().scan(List.of(disk), false, Progress.NONE);
        Files.delete(disk.resolve("a.wav"));

        assertThat(scanner().scan(List.of(disk), false, Progress.NONE).absent()).hasSize(1);

        Files.delete(disk);
        assertThat(scanner().scan(List.of(disk), false, Progress.NONE).absent()).hasSize(1);
        assertThat(catalog.at(disk.resolve("a.wav")).offline).isFalse();
    }

    @Test
    void saysWhenAFolderIsNone() throws Exception {
        files("a.wav");

        ScanReport report =
                scanner().scan(List.of(root.resolve("nowhere"), root.resolve("a.wav")), false, Progress.NONE);

        assertThat(report.failures())
                .extracting(ClipFailure::code)
                .containsExactlyInAnyOrder("NO_SUCH_FOLDER", "NOT_A_FOLDER");
        assertThat(catalog.libraries).isEmpty();
    }

    @Test
    void scansAFolderInsideALibraryAsPartOfItAndLeavesTheRestAlone() throws Exception {
        files("a/one.wav", "b/two.wav");
        scan();
        Files.delete(root.resolve("b/two.wav"));
        files("a/three.wav");

        ScanReport report = scanner().scan(List.of(root.resolve("a")), false, Progress.NONE);

        assertThat(report).isEqualTo(new ScanReport(2, 1, 1, 0, 0, false, List.of(), List.of()));
        assertThat(catalog.libraries).containsOnlyKeys(root);
        assertThat(catalog.at(root.resolve("b/two.wav")).offline).isFalse();
    }

    @Test
    void listsNothingTwiceWhenLinksLeadFromAPartOfALibraryToTheRestOfIt() throws Exception {
        files("lib/a/one.wav", "lib/b/two.wav", "lib/.hidden/three.wav", "lib/b/four.bin");
        Path library = root.resolve("lib");
        Files.createSymbolicLink(library.resolve("a/loop"), library);
        Files.createSymbolicLink(library.resolve("a/above"), root);
        Files.createSymbolicLink(library.resolve("a/two.wav"), library.resolve("b/two.wav"));
        Files.createSymbolicLink(library.resolve("a/four.wav"), library.resolve("b/four.bin"));
        Files.createSymbolicLink(library.resolve("a/seen"), library.resolve(".hidden"));
        scanner().scan(List.of(library), false, Progress.NONE);

        for (String part : List.of("a", "a/loop/a", "a/loop", "")) {
            ScanReport report = scanner().scan(List.of(library.resolve(part)), false, Progress.NONE);
            assertThat(report.embedded()).as(part).isZero();
            assertThat(report.offline()).isZero();
            assertThat(report.absent()).isEmpty();
        }

        assertThat(catalog.rows).hasSize(4);
    }

    @Test
    void knowsTheFilesOfALibraryWhoseFolderWasRenamed() throws Exception {
        files("old/a.wav", "old/b/c.wav", "stays/d.wav", "stays/e.wav");
        scanner().scan(List.of(root.resolve("old"), root.resolve("stays")), false, Progress.NONE);
        Files.move(root.resolve("old"), root.resolve("new"));
        Files.move(root.resolve("stays/d.wav"), root.resolve("new/d.wav"));
        listened.clear();

        ScanReport report = scanner().scan(List.of(root.resolve("new")), false, Progress.NONE);

        assertThat(report.listed()).isEqualTo(3);
        assertThat(listened).isEmpty();
        assertThat(catalog.rows).hasSize(4);
        assertThat(catalog.at(root.resolve("new/b/c.wav")).state).isEqualTo(ClipState.EMBEDDED);
    }

    @Test
    void takesACopyForANewFileAsLongAsTheFirstIsThere() throws Exception {
        files("one/a.wav");
        scanner().scan(List.of(root.resolve("one")), false, Progress.NONE);
        Files.createDirectory(root.resolve("two"));
        Files.copy(root.resolve("one/a.wav"), root.resolve("two/a.wav"), StandardCopyOption.COPY_ATTRIBUTES);

        ScanReport report = scanner().scan(List.of(root.resolve("two")), false, Progress.NONE);

        assertThat(report.embedded()).isEqualTo(1);
        assertThat(catalog.rows).hasSize(2);
    }

    @Test
    void leavesTheRecordsOfALibraryThatIsAwayToItWhenACopyIsScanned() throws Exception {
        files("disk/lib/a.wav", "disk/lib/b/c.wav", "backup/lib/z.wav");
        scanner().scan(List.of(root.resolve("disk/lib")), false, Progress.NONE);
        for (String name : List.of("a.wav", "b/c.wav")) {
            Path copy = root.resolve("backup/lib").resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(root.resolve("disk/lib").resolve(name), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.move(root.resolve("disk/lib"), root.resolve("out of sight")); // what is left is an empty mount point
        List<String> notes = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };

        scanner().scan(List.of(root.resolve("backup/lib")), false, progress);

        assertThat(catalog.at(root.resolve("disk/lib/a.wav")).id.value()).isEqualTo(1);
        assertThat(catalog.at(root.resolve("backup/lib/a.wav")).state).isEqualTo(ClipState.EMBEDDED);
        assertThat(catalog.rows).hasSize(5);
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("2 of the new sounds")
                .contains("earmark relocate")
                .contains(root.resolve("disk/lib").toString())
                .contains(root.resolve("backup/lib").toString());
    }

    @Test
    void leavesALibraryInsideAnotherFolderToItself() throws Exception {
        files("a/one.wav", "b/two.wav");
        scanner().scan(List.of(root.resolve("a")), false, Progress.NONE);

        ScanReport report = scanner().scan(List.of(root, root.resolve("b")), false, Progress.NONE);

        assertThat(report.listed()).isEqualTo(2);
        assertThat(report.embedded()).isEqualTo(1);
        assertThat(catalog.libraries).containsOnlyKeys(root.resolve("a"), root);
        assertThat(catalog.rows).hasSize(2);
    }

    @Test
    void goesOnAfterFilesThatFailAndDoesNotRetryThem() throws Exception {
        files("a.wav", "broken.wav", "broken to the ear.wav", "c.wav");

        ScanReport report = scan();

        assertThat(report.embedded()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.failures())
                .extracting(ClipFailure::path)
                .containsExactly(root.resolve("broken.wav"), root.resolve("broken to the ear.wav"));
        assertThat(catalog.at(root.resolve("broken.wav")).state).isEqualTo(ClipState.FAILED);

        listened.clear();
        probed.clear();
        assertThat(scan().failed()).isZero();
        assertThat(listened).isEmpty();
        assertThat(probed).isEmpty();
    }

    @Test
    void retriesAFailureThatMayHavePassed() throws Exception {
        files("unreadable.wav");
        assertThat(scan().failures()).extracting(ClipFailure::code).containsExactly("UNREADABLE");

        assertThat(scan().failures()).extracting(ClipFailure::code).containsExactly("UNREADABLE");
    }

    @Test
    void keepsTheRecordOfAFileThatVanishesDuringTheScan() throws Exception {
        files("a.wav", "vanishing.wav");

        ScanReport report = scan();

        assertThat(report.failures()).extracting(ClipFailure::code).containsExactly("VANISHED");
        assertThat(catalog.at(root.resolve("vanishing.wav")).state).isEqualTo(ClipState.LISTED);
    }

    @Test
    void listensToEverythingAgainWithANewPack() throws Exception {
        files("a.wav", "b.wav");
        scan();
        listened.clear();
        pack = new PackId("fake", "2");

        assertThat(scan().embedded()).isEqualTo(2);
        assertThat(listened).hasSize(2);
    }

    @Test
    void stopsSoonWhenCancelledKeepsWhatIsFinishedAndResumes() throws Exception {
        for (int i = 0; i < 300; i++) {
            files("f" + i + ".wav");
        }
        Progress cancel = new Progress() {
            @Override
            public boolean isCancelled() {
                return listened.size() >= 100;
            }
        };

        ScanReport report = scanner().scan(List.of(root), false, cancel);

        assertThat(report.cancelled()).isTrue();
        assertThat(report.embedded()).isBetween(98L, 104L);
        assertThat(catalog.rows.values())
                .filteredOn(r -> r.state == ClipState.EMBEDDED)
                .hasSize((int) report.embedded());

        int before = listened.size();
        ScanReport second = scan();
        assertThat(second.embedded()).isEqualTo(300 - report.embedded());
        assertThat(second.unchanged()).isEqualTo(report.embedded());
        assertThat(listened.size() - before).isEqualTo((int) second.embedded());
    }

    @Test
    void savesInBatchesAndStopsWhenTheCatalogueFails() throws Exception {
        for (int i = 0; i < 500; i++) {
            files("f" + i + ".wav");
        }
        catalog.beforeSaveListened = batch -> {
            if (catalog.listenedBatches.size() == 2) {
                throw new CatalogueUnavailable("The disk is full.", null);
            }
        };

        assertThatThrownBy(this::scan).isInstanceOf(CatalogueUnavailable.class).hasMessage("The disk is full.");

        assertThat(catalog.listenedBatches).hasSize(2).allMatch(size -> size <= 64);
        assertThat(listened.size()).isLessThan(500);
        catalog.beforeSaveListened = batch -> {};
        assertThat(scan().embedded()).isEqualTo(500 - catalog.listenedBatches.get(0) - catalog.listenedBatches.get(1));
    }

    private ScanReport scan() {
        return scanner().scan(List.of(root), false, Progress.NONE);
    }

    private LibraryScanner scanner() {
        return new LibraryScanner(
                catalog, catalog, new NamesDecoder(), TEXT, NamesListener::new, new ScanSettings(2), new StageTimes());
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "content of " + name);
        }
    }

    private static ClipFailure failure(Path file) {
        return Stream.of("UNREADABLE", "VANISHED")
                .filter(code -> file.getFileName()
                        .toString()
                        .startsWith(code.toLowerCase().substring(0, 6)))
                .findFirst()
                .map(code -> new ClipFailure(file, code, file + " " + code))
                .orElse(new ClipFailure(file, "NOT_AUDIO", file + " is no sound."));
    }

    /** Fails on files by their name. */
    private final class NamesDecoder implements AudioDecoder {
        @Override
        public AudioFacts probe(Path file) throws UndecodableFile {
            probed.add(file);
            String name = file.getFileName().toString();
            if (name.equals("broken.wav") || name.startsWith("unread")) {
                ClipFailure f = failure(file);
                throw new UndecodableFile(file, f.code(), f.message(), null);
            }
            return new AudioFacts("WAV", "pcm_s16le", 1, 48_000, 1, OptionalInt.of(16));
        }

        @Override
        public Map<String, String> metadata(Path file) {
            return Map.of();
        }

        @Override
        public AudioStream open(Path file) {
            throw new UnsupportedOperationException();
        }
    }

    private final class NamesListener implements ClipListener {
        @Override
        public PackId pack() {
            return pack;
        }

        @Override
        public ListenedClip listen(ListenTask clip, Progress progress) throws CancelledWork {
            progress.throwIfCancelled();
            listened.add(clip.path());
            String name = clip.path().getFileName().toString();
            boolean fails = name.startsWith("broken") || name.startsWith("vanish");
            return new ListenedClip(
                    clip.id(),
                    clip.stamp(),
                    fails ? ClipState.FAILED : ClipState.EMBEDDED,
                    pack,
                    Optional.empty(),
                    Optional.of(hash(clip.path())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "",
                    fails ? Optional.of(failure(clip.path())) : Optional.empty());
        }

        private String hash(Path file) throws CancelledWork {
            try {
                return app.earmark.scan.ContentHash.reading(Progress.NONE).of(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
