package app.earmark.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.LearnedModel.Kind;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons follow what persons say, in whichever way, and which pack listens. */
class KeepingUpTest {

    @TempDir
    Path folder;

    private ClangingLibrary library;
    private CatalogueTeaching teaching;
    private final LinkedBlockingQueue<TaughtLabel> learnt = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() {
        library = ClangingLibrary.in(folder);
        teaching = library.teaching();
        teaching.whenLearnt(learnt::add);
    }

    @AfterEach
    void close() {
        teaching.close();
        library.close();
    }

    @Test
    void aLessonVanishesInTheBackgroundOnceAllThatWasSaidIsUndone() throws Exception {
        var before = library.tags();
        library.judge(10, 15);
        learnNow();
        assertThat(library.found()).isGreaterThan(25);
        library.catalogue().journal().undo(); // rejected
        library.catalogue().journal().undo(); // confirmed
        assertThat(library.catalogue().tags().evidence()).isEmpty();
        teaching.resume();
        assertThat(next().lesson()).isEmpty();
        assertThat(library.tags()).isEqualTo(before);
    }

    @Test
    void aProgramThatEndsLearnsWhatIsDueBeforehand() throws Exception {
        library.judge(10, 15);
        teaching.catchUp(Progress.NONE);
        assertThat(teaching.label("clang").calibrated()).isTrue();
        library.catalogue().journal().undo();
        library.catalogue().journal().undo();
        teaching.catchUp(Progress.NONE);
        assertThat(teaching.label("clang").lesson()).isEmpty();
        teaching.catchUp(Progress.NONE);
        assertThat(learnt).hasSize(2);
    }

    @Test
    void asManyWordsAboutOtherClipsAreLearntAnew() throws Exception {
        library.judge(10, 15);
        learnNow();
        library.catalogue().tags().withdraw(library.clanging().subList(0, 3), "clang");
        library.catalogue().tags().hold(library.clanging().subList(20, 23), "clang");
        teaching.resume();
        assertThat(next().lesson().orElseThrow().version()).isEqualTo(2);
        assertNothingIsDue();
    }

    @Test
    void aRestoredLessonCountsUntilMoreIsSaid() throws Exception {
        library.judge(10, 15);
        learnNow();
        library.judge(14, 20);
        learnNow();
        teaching.restore("clang", 1, Progress.NONE);
        learnt.clear();
        assertNothingIsDue();
        assertThat(teaching.label("clang").lesson().orElseThrow().confirmed()).isEqualTo(10);
        library.judge(15, 20);
        teaching.resume();
        assertThat(next().lesson().orElseThrow().confirmed()).isEqualTo(15);
    }

    @Test
    void aRemovedLessonStaysRemovedWhateverIsSaid() throws Exception {
        library.judge(10, 15);
        learnNow();
        teaching.remove("clang", Progress.NONE);
        learnt.clear();
        library.judge(14, 20);
        assertNothingIsDue();
        assertThat(teaching.label("clang").lesson()).isEmpty();
    }

    @Test
    void aRenamedLabelIsLearntUnderItsNewNameAndNoLongerUnderTheOldOne() throws Exception {
        library.catalogue().tags().saveOwnLabel(new OwnLabel("bang", List.of("1")));
        library.judge(10, 15);
        learnNow();
        library.catalogue().tags().merge(List.of("clang"), "bang");
        teaching.resume();
        List<TaughtLabel> both = List.of(next(), next());
        assertThat(both).extracting(TaughtLabel::label).containsExactlyInAnyOrder("bang", "clang");
        assertThat(teaching.label("bang").lesson().orElseThrow().confirmed()).isEqualTo(10);
        assertThat(teaching.labels()).extracting(TaughtLabel::label).containsExactly("bang");
        assertThat(library.modelTags()).noneMatch(tag -> tag.probability().isPresent());
        library.catalogue().journal().undo();
        teaching.resume();
        assertThat(List.of(next(), next()))
                .filteredOn(label -> label.lesson().isPresent())
                .extracting(TaughtLabel::label)
                .containsExactly("clang");
    }

    @Test
    void packsKeepTheirLessonsApartAndWhatWasSaidServesBoth() throws Exception {
        library.judge(10, 15);
        learnNow();
        byte[] head = head();

        library.inUse().set(ClangingLibrary.ONE_SPACE);
        teaching.resume(); // it has listened to nothing yet
        assertNothingIsDue();
        assertThat(teaching.label("clang").lesson()).isEmpty();
        assertThat(teaching.label("clang").evidence().confirmed()).isEqualTo(10);

        library.listenWithOneSpace(library.clips());
        teaching.resume();
        TaughtLabel label = next();
        assertThat(label.calibrated()).isTrue();
        assertThat(head()).isNotEqualTo(head);
        assertThat(library.found()).isGreaterThan(25);
        assertThat(library.retagger().due()).isZero();
        assertThat(teaching.explain("clang", library.clanging().get(40), 3).probability())
                .isPresent();

        library.inUse().set(ClangingLibrary.PACK);
        assertNothingIsDue();
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void aLessonFromPartOfTheClipsIsLearntAgainOnceThePackHasListenedToTheRest() throws Exception {
        library.judge(20, 30);
        library.inUse().set(ClangingLibrary.ONE_SPACE);
        library.listenWithOneSpace(library.clips().subList(0, 80));
        teaching.resume();
        assertThat(next().lesson().orElseThrow().confirmed()).isEqualTo(20);
        assertNothingIsDue();
        library.catalogue().tags().hold(library.clanging().subList(20, 24), "clang");
        learnNow();
        assertThat(teaching.label("clang").lesson().orElseThrow().confirmed()).isEqualTo(20);
        library.listenWithOneSpace(library.clips().subList(80, 200));
        teaching.resume();
        assertThat(next().lesson().orElseThrow().confirmed()).isEqualTo(24);
    }

    @Test
    void rejectedClipsAreNeverProposedNorTaggedByAnyPack() throws Exception {
        ClipId rejected = library.clanging().get(45);
        library.catalogue().tags().reject(List.of(rejected), "clang");
        library.judge(10, 15);
        learnNow();
        assertRejected(rejected);
        library.inUse().set(ClangingLibrary.ONE_SPACE);
        library.listenWithOneSpace(library.clips());
        learnNow();
        assertRejected(rejected);
    }

    private void assertRejected(ClipId clip) throws Exception {
        assertThat(library.catalogue().clips().tagsOf(clip).rejected()).containsExactly("clang");
        assertThat(library.catalogue().clips().tagsOf(clip).tags())
                .noneMatch(tag -> tag.label().equals("clang"));
        assertThat(teaching.proposals("clang", 150))
                .isNotEmpty()
                .noneMatch(p -> p.clip().equals(clip) || p.alike().contains(clip));
    }

    private void learnNow() throws Exception {
        teaching.learn("clang", Progress.NONE);
        learnt.clear();
    }

    private TaughtLabel next() throws InterruptedException {
        TaughtLabel label = learnt.poll(60, TimeUnit.SECONDS);
        assertThat(label).as("something to be learnt").isNotNull();
        return label;
    }

    /** Another label, taught after all that is due, is the next to be heard of. */
    private void assertNothingIsDue() throws Exception {
        teaching.resume();
        teaching.corrected(List.of("nothing"));
        assertThat(next().label()).isEqualTo("nothing");
    }

    private byte[] head() {
        return library.catalogue()
                .learned()
                .current(library.inUse().get(), Kind.HEAD, "clang")
                .orElseThrow()
                .content();
    }
}
