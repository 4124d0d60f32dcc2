package app.earmark.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.earmark.library.ClipFailure;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {

    @TempDir
    Path root;

    private final List<FoundFile> found = new ArrayList<>();

    @Test
    void listsSoundFilesOfAllFoldersWithSizeAndTime() throws Exception {
        Path door = file("doors/Door Creak.WAV", "12345");
        Files.setLastModifiedTime(door, FileTime.fromMillis(1_600_000_000_123L));
        file("rain.flac", "");
        file("notes.txt", "no sound");
        file("wav", "no extension");

        walk();

        assertThat(names()).containsExactlyInAnyOrder("doors/Door Creak.WAV", "rain.flac");
        assertThat(found).filteredOn(f -> f.path().equals(door)).singleElement().satisfies(f -> {
            assertThat(f.stamp().sizeBytes()).isEqualTo(5);
            assertThat(f.stamp().modifiedMillis()).isEqualTo(1_600_000_000_123L);
        });
    }

    @Test
    void passesOverWhatSystemsAndArchivesLeaveBehind() throws Exception {
        file("._door.wav", "");
        file(".hidden/door.wav", "");
        file("__MACOSX/door.wav", "");
        file("@eaDir/door.wav", "");
        file("$RECYCLE.BIN/door.wav", "");
        file(".DS_Store", "");
        file("door.wav", "");

        walk();

        assertThat(names()).containsExactly("door.wav");
    }

    @Test
    void walksARootWhoseOwnNameIsHidden() throws Exception {
        file(".sounds/door.wav", "");

        new FolderWalk().walk(root.resolve(".sounds"), Progress.NONE, found::add);

        assertThat(names()).containsExactly(".sounds/door.wav");
    }

    @Test
    void endsInALoopOfLinksAndListsEachFileOnce() throws Exception {
        file("a/door.wav", "");
        link("a/up", root);
        link("b", root.resolve("a"));
        link("again.wav", root.resolve("a/door.wav"));
        link("self.wav", root.resolve("self.wav"));

        List<ClipFailure> failures = walk().failures();

        assertThat(names()).containsExactly("a/door.wav");
        assertThat(failures).extracting(ClipFailure::code).containsExactly("BROKEN_LINK");
    }

    @Test
    void followsLinksOutOfTheFolder(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("storm.wav"), "");
        Files.writeString(elsewhere.resolve("wind.wav"), "");
        Files.createDirectory(elsewhere.resolve("more"));
        Files.writeString(elsewhere.resolve("more/gust.wav"), "");
        link("disk", elsewhere);
        link("same disk", elsewhere);

        walk();

        assertThat(names()).hasSize(3).allMatch(name -> name.contains("disk/"));
        assertThat(names())
                .extracting(n -> Path.of(n).getFileName().toString())
                .containsExactlyInAnyOrder("storm.wav", "wind.wav", "gust.wav");
    }

    @Test
    void walksARootThatIsItselfALinkUnderTheNameOfTheLink(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("storm.wav"), "");
        link("disk", elsewhere);

        new FolderWalk().walk(root.resolve("disk"), Progress.NONE, found::add);

        assertThat(names()).containsExactly("disk/storm.wav");
    }

    @Test
    void notesAnUnreadableFolderAndGoesOn() throws Exception {
        file("locked/door.wav", "");
        file("open/door.wav", "");
        Path locked = root.resolve("locked");
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "this user may read everything");

        FolderWalk.Unseen unseen = walk();
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));

        assertThat(names()).containsExactly("open/door.wav");
        assertThat(unseen.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("UNREADABLE_FOLDER");
            assertThat(failure.message()).contains(locked.toString());
        });
        assertThat(unseen.hides(root.resolve("locked/door.wav"))).isTrue();
        assertThat(unseen.hides(root.resolve("open/door.wav"))).isFalse();
    }

    @Test
    void survivesAFolderThatVanishesWhileItIsWalked() throws Exception {
        for (int i = 0; i < 5; i++) {
            file("f" + i + "/door.wav", "");
        }
        FolderWalk walk = new FolderWalk();

        FolderWalk.Unseen unseen = walk.walk(root, Progress.NONE, file -> {
            found.add(file);
            if (found.size() == 1) {
                deleteAllBut(file.path().getParent());
            }
        });

        assertThat(found).isNotEmpty();
        assertThat(unseen.places()).doesNotContain(root);
    }

    @Test
    void saysSoWhenTheRootIsNotThere() throws Exception {
        FolderWalk.Unseen unseen = new FolderWalk().walk(root.resolve("gone"), Progress.NONE, found::add);

        assertThat(found).isEmpty();
        assertThat(unseen.failures()).singleElement().satisfies(f -> assertThat(f.code())
                .isEqualTo("UNREADABLE_FOLDER"));
    }

    @Test
    void listsLongAndStrangeNames() throws Exception {
        String longest = "x".repeat(246) + ".wav";
        file(longest, "");
        file("a \"quoted\" 'name'.wav", "");
        assumeTrue(File.separatorChar == '/');
        file("two\nlines.wav", "");

        walk();

        assertThat(names()).containsExactlyInAnyOrder(longest, "a \"quoted\" 'name'.wav", "two\nlines.wav");
    }

    @Test
    void leavesOutFoldersOfOtherLibraries() throws Exception {
        file("mine/door.wav", "");
        file("other/door.wav", "");

        new FolderWalk(root.resolve("other")::equals, real -> false).walk(root, Progress.NONE, found::add);

        assertThat(names()).containsExactly("mine/door.wav");
    }

    @Test
    void ignoresWhatIsNoRegularFile() throws Exception {
        Files.createDirectory(root.resolve("folder.wav"));

        walk();

        assertThat(found).isEmpty();
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        for (int i = 0; i < 20; i++) {
            file("f" + i + "/door.wav", "");
        }
        Progress stopAfterThree = new Progress() {
            @Override
            public boolean isCancelled() {
                return found.size() >= 3;
            }
        };

        assertThatThrownBy(() -> new FolderWalk().walk(root, stopAfterThree, found::add))
                .isInstanceOf(CancelledWork.class);
        assertThat(found).hasSize(3);
    }

    private FolderWalk.Unseen walk() throws CancelledWork {
        return new FolderWalk().walk(root, Progress.NONE, found::add);
    }

    private List<String> names() {
        return found.stream()
                .map(file -> root.relativize(file.path()).toString().replace(File.separatorChar, '/'))
                .toList();
    }

    private Path file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void link(String name, Path target) throws IOException {
        try {
            Files.createSymbolicLink(root.resolve(name), target);
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "links can't be made here");
        }
    }

    private void deleteAllBut(Path kept) {
        try (var folders = Files.list(root)) {
            for (Path folder : folders.filter(f -> !f.equals(kept)).toList()) {
                Files.delete(folder.resolve("door.wav"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
