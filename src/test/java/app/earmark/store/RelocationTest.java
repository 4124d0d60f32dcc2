package app.earmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.LibraryId;
import app.earmark.library.SoundLibrary;
import app.earmark.library.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelocationTest {

    private static final Path OLD = Sounds.ROOT;
    private static final Path NEW = Path.of("/disk/Other Place").toAbsolutePath();

    @TempDir
    Path folder;

    private Catalogue catalogue;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private List<ClipId> add(Path root, String... names) {
        catalogue.scans().apply(libraryAt(root), Sounds.added(root, names));
        return IntStream.range(0, names.length)
                .mapToObj(i -> at(root.resolve(names[i])))
                .toList();
    }

    private LibraryId libraryAt(Path root) {
        return catalogue.scans().openLibrary(root).id();
    }

    private ClipId at(Path path) {
        return catalogue.clips().findByPath(path).orElseThrow().id();
    }

    private List<String> labels(ClipId clip) {
        return catalogue.clips().tagsOf(clip).tags().stream().map(Tag::label).toList();
    }

    @Test
    void everyRecordKeepsWhatItHasUnderTheNewPath() {
        List<ClipId> clips = add(OLD, "a.wav", "deep/b.wav");
        catalogue.scans().saveListened(List.of(Sounds.listened(clips.get(0), new float[] {1}, new float[] {1})));
        catalogue.tags().hold(List.of(clips.get(1)), "mine");
        catalogue.scans().markAbsent(libraryAt(OLD), true);

        catalogue.scans().relocate(libraryAt(OLD), NEW);

        assertThat(at(NEW.resolve("a.wav"))).isEqualTo(clips.get(0));
        assertThat(at(NEW.resolve("deep/b.wav"))).isEqualTo(clips.get(1));
        assertThat(labels(clips.get(1))).containsExactly("mine");
        assertThat(catalogue.embeddings().count(Sounds.PACK)).isEqualTo(1);
        assertThat(catalogue.clips().libraries())
                .containsExactly(new SoundLibrary(new LibraryId(1), NEW, "Other Place", false, 2));
        assertThat(catalogue.keywords().search("Place", ClipFilter.ALL, 10)).hasSize(2);
        assertThat(catalogue.keywords().search("Library", ClipFilter.ALL, 10)).isEmpty();
    }

    @Test
    void aRecordThatIsThereAlreadyIsMergedAndNoWordOfAPersonIsLost() {
        ClipId known = add(OLD, "a.wav", "b.wav").get(0);
        catalogue.tags().hold(List.of(known), "said before");
        catalogue.tags().hold(List.of(known), "changed my mind");
        ClipId copy = add(NEW, "a.wav", "c.wav").get(0);
        catalogue.tags().hold(List.of(copy), "said since");
        catalogue.tags().reject(List.of(copy), "changed my mind");

        catalogue.scans().relocate(libraryAt(OLD), NEW);

        assertThat(at(NEW.resolve("a.wav"))).isEqualTo(known);
        assertThat(catalogue.clips().find(copy)).isEmpty();
        assertThat(labels(known)).containsExactlyInAnyOrder("said before", "said since");
        assertThat(catalogue.clips().tagsOf(known).rejected()).containsExactly("changed my mind");
        assertThat(catalogue.clips().libraries()).singleElement().satisfies(library -> {
            assertThat(library.root()).isEqualTo(NEW);
            assertThat(library.clipCount()).isEqualTo(3);
        });
        assertThat(catalogue.clips().matching(ClipFilter.below(NEW))).hasSize(3);
    }

    @Test
    void aLibraryMayMoveIntoAFolderOfItself() {
        List<ClipId> clips = add(OLD, "a.wav", "sub/a.wav");
        catalogue.scans().relocate(libraryAt(OLD), OLD.resolve("sub"));
        assertThat(at(OLD.resolve("sub/a.wav"))).isEqualTo(clips.get(0));
        assertThat(at(OLD.resolve("sub/sub/a.wav"))).isEqualTo(clips.get(1));
        assertThat(catalogue.clips().libraries()).hasSize(1);
    }

    @Test
    void aLibraryThatMovesIntoAnotherJoinsIt() {
        add(OLD, "a.wav");
        add(NEW, "b.wav");
        catalogue.scans().relocate(libraryAt(OLD), NEW.resolve("joined"));
        assertThat(catalogue.clips().libraries()).singleElement().satisfies(library -> assertThat(library.clipCount())
                .isEqualTo(2));
        assertThat(at(NEW.resolve("joined/a.wav"))).isNotNull();
    }
}
