package app.earmark.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.indexing.Retagger;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.LearnedModel;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real catalogue of 200 clips, of which every fourth clangs; prompts can hardly tell. */
class CatalogueTeachingTest {

    @TempDir
    Path folder;

    private ClangingLibrary library;
    private CatalogueTeaching teaching;

    @BeforeEach
    void open() throws Exception {
        library = ClangingLibrary.in(folder);
        teaching = library.teaching();
    }

    @AfterEach
    void close() {
        teaching.close();
        library.close();
    }

    @Test
    void twoConfirmedClipsTeachNothing() throws Exception {
        library.judge(2, 10);
        TaughtLabel label = teaching.learn("clang", Progress.NONE);
        assertThat(label.lesson()).isEmpty();
        assertThat(label.confirmationsMissing()).isEqualTo(1);
        assertThat(library.catalogue().learned().current(ClangingLibrary.PACK)).isEmpty();
    }

    @Test
    void aLabelThatNobodyUsedYetIsLookedForByItsWords() throws Exception {
        // its words are the last axis of the joint vectors, which no label of the tagger has
        List<Proposal> proposals = teaching.proposals("3", 8);

        assertThat(proposals).allMatch(proposal -> proposal.similarity().isPresent());
        assertThat(proposals)
                .filteredOn(proposal -> proposal.reason() == Proposal.Reason.LIKELY)
                .extracting(proposal -> proposal.similarity().getAsDouble())
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(similarity -> similarity > 0.7);
    }

    @Test
    void aFewWordsTeachAHeadThatOnlyProposes() throws Exception {
        library.judge(4, 2);
        var before = library.tags();
        TaughtLabel label = teaching.learn("Clang ", Progress.NONE);
        assertThat(label.lesson()).isPresent();
        assertThat(label.calibrated()).isFalse();
        assertThat(library.tags()).isEqualTo(before);
        long right = teaching.proposals("clang", 8).stream()
                .filter(p -> p.reason() == Proposal.Reason.LIKELY && library.clangs(p.clip()))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(3);
    }

    @Test
    void enoughWordsTagTheRestOfTheLibraryWithAProbability() throws Exception {
        library.judge(10, 15);
        assertThat(library.found()).isLessThan(5);
        TaughtLabel label = teaching.learn("clang", Progress.NONE);
        assertThat(label.calibrated()).isTrue();
        assertThat(label.lesson().orElseThrow().confirmed()).isEqualTo(10);
        assertThat(library.found()).isGreaterThan(25);
        assertThat(library.wronglyFound()).isLessThan(10);
        assertThat(library.modelTags()).allSatisfy(tag -> {
            assertThat(tag.probability().orElseThrow()).isBetween(0.5, 1.0);
            assertThat(tag.score()).isPresent();
        });
    }

    @Test
    void whatWasRejectedStaysRejected() throws Exception {
        library.judge(10, 15);
        ClipId wrong = library.clanging().get(40);
        library.catalogue().tags().reject(List.of(wrong), "clang");
        teaching.learn("clang", Progress.NONE);
        ClipTags tags = library.catalogue().clips().tagsOf(wrong);
        assertThat(tags.tags()).noneMatch(tag -> tag.label().equals("clang"));
        assertThat(tags.rejected()).containsExactly("clang");
        assertThat(teaching.proposals("clang", 50)).noneMatch(p -> p.clip().equals(wrong));
    }

    @Test
    void nothingIsDueAfterALessonAndNewClipsAreTaggedByIt() throws Exception {
        library.judge(10, 15);
        teaching.learn("clang", Progress.NONE);
        Retagger retagger = library.retagger();
        assertThat(retagger.due()).isZero();
        var claims = library.tags();
        library.makeDue();
        retagger.retag(Progress.NONE);
        assertThat(library.tags()).isEqualTo(claims);
    }

    @Test
    void aCrashBetweenHeadAndClaimsIsMadeGoodByTheRetagger() throws Exception {
        library.judge(10, 15);
        assertThatThrownBy(() -> teaching.learn("clang", new CancelledIn("Tagging")))
                .isInstanceOf(CancelledWork.class);
        assertThat(library.found()).isLessThan(5);
        assertThat(library.retagger().due()).isEqualTo(200);
        library.retagger().retag(Progress.NONE);
        assertThat(library.found()).isGreaterThan(25);
    }

    @Test
    void aHeadWithoutItsCalibrationClaimsNothing() throws Exception {
        library.judge(10, 15);
        teaching.learn("clang", Progress.NONE);
        LearnedModel head = library.catalogue()
                .learned()
                .current(ClangingLibrary.PACK, LearnedModel.Kind.HEAD, "clang")
                .orElseThrow();
        library.catalogue().learned().save(head);
        assertThat(library.tagger().vocabulary()).isEqualTo(library.untaught().vocabulary());
    }

    @Test
    void removalLetsTheModelsOwnRuleDecideAgainAndRestoringBringsTheLessonBack() throws Exception {
        library.judge(10, 15);
        var before = library.tags();
        teaching.learn("clang", Progress.NONE);
        var taught = library.tags();
        assertThat(taught).isNotEqualTo(before);

        assertThat(teaching.remove("clang", Progress.NONE).lesson()).isEmpty();
        assertThat(library.tags()).isEqualTo(before);
        assertThat(library.retagger().due()).isZero();
        assertThat(teaching.lessons("clang")).extracting(Lesson::version).containsExactly(1);

        TaughtLabel restored = teaching.restore("clang", 1, Progress.NONE);
        assertThat(restored.lesson().orElseThrow().version()).isEqualTo(3);
        assertThat(restored.calibrated()).isTrue();
        assertThat(library.tags()).isEqualTo(taught);
        assertThatThrownBy(() -> teaching.restore("clang", 9, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void correctionsAreLearntInTheBackgroundUnlessTheLabelWasRemoved() throws Exception {
        library.judge(10, 15);
        CountDownLatch learnt = new CountDownLatch(1);
        Runnable end = teaching.whenLearnt(label -> learnt.countDown());
        teaching.corrected(List.of("Clang"));
        assertThat(learnt.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(library.found()).isGreaterThan(25);
        end.run();

        teaching.remove("clang", Progress.NONE);
        teaching.corrected(List.of("clang"));
        teaching.resume();
        teaching.close();
        assertThat(teaching.label("clang").lesson()).isEmpty();
    }

    @Test
    void whateverPersonsSayIsLearntWhileTheProgramRuns() throws Exception {
        CountDownLatch learnt = new CountDownLatch(1);
        teaching.whenLearnt(label -> {
            if (label.calibrated()) {
                learnt.countDown();
            }
        });
        teaching.keepUp();
        library.judge(10, 15);
        assertThat(learnt.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(teaching.label("clang").calibrated()).isTrue();
    }

    @Test
    void whatWasSaidWhileNobodyLearntIsLearntAtTheNextStart() throws Exception {
        library.judge(10, 15);
        CountDownLatch learnt = new CountDownLatch(1);
        teaching.whenLearnt(label -> learnt.countDown());
        teaching.resume();
        assertThat(learnt.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(teaching.label("clang").calibrated()).isTrue();
    }

    @Test
    void evidenceTakenBackEndsTheLesson() throws Exception {
        library.judge(10, 15);
        var before = library.tags();
        teaching.learn("clang", Progress.NONE);
        library.catalogue().tags().withdraw(library.clanging(), "clang");
        assertThat(teaching.learn("clang", Progress.NONE).lesson()).isEmpty();
        assertThat(library.found()).isLessThan(5);
        assertThat(before).isNotNull();
    }

    @Test
    void proposalsAreUnjudgedOneForEachSoundAndOfAllKinds() throws Exception {
        library.judge(10, 15);
        teaching.learn("clang", Progress.NONE);
        List<Proposal> proposals = teaching.proposals("clang", 20);
        assertThat(proposals).hasSize(20);
        assertThat(proposals).extracting(Proposal::clip).doesNotHaveDuplicates();
        var judged = library.catalogue().tags().verdictsOn("clang").keySet();
        assertThat(proposals).noneMatch(p -> judged.contains(p.clip()));
        assertThat(proposals.stream().map(Proposal::reason).distinct().toList())
                .containsExactly(Proposal.Reason.LIKELY, Proposal.Reason.UNCERTAIN, Proposal.Reason.DIFFERENT);
        // the last two clips of the library are copies of one sound
        List<ClipId> all = library.clips();
        assertThat(proposals.stream()
                        .filter(p -> all.subList(198, 200).contains(p.clip()))
                        .collect(Collectors.toList()))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anExplanationNamesTheNearestConfirmedClips() throws Exception {
        library.judge(10, 15);
        teaching.learn("clang", Progress.NONE);
        ClipId clip = library.clanging().get(30);
        Explanation why = teaching.explain("clang", clip, 3);
        assertThat(why.confirmed()).hasSize(3);
        assertThat(why.confirmed().get(0).similarity())
                .isGreaterThanOrEqualTo(why.confirmed().get(1).similarity());
        assertThat(why.confirmed()).allMatch(n -> library.clangs(n.clip()));
        assertThat(why.likeConfirmed()).isBetween(1, 10);
        assertThat(why.probability()).isPresent();
    }

    @Test
    void theReportCountsOnClipsTheHeadDidNotSee() throws Exception {
        library.judge(20, 30);
        teaching.learn("clang", Progress.NONE);
        LabelReport report = teaching.report(Progress.NONE).get(0);
        assertThat(report.enough()).isTrue();
        assertThat(report.precision().orElseThrow()).isBetween(0.6, 1.0);
        assertThat(report.recall().orElseThrow()).isBetween(0.6, 1.0);
        assertThat(report.asserted()).isGreaterThanOrEqualTo(report.right());
        assertThat(report.threshold()).hasValue(0.5);
        assertThat(report.suggestedThreshold()).isPresent();
        assertThat(report.curve()).isNotEmpty();
    }

    @Test
    void theReportSaysWhereItKnowsTooLittle() throws Exception {
        library.judge(4, 3);
        LabelReport report = teaching.report(Progress.NONE).get(0);
        assertThat(report.enough()).isFalse();
        assertThat(report.suggestedThreshold()).isEmpty();
        assertThat(report.recall()).isPresent();
    }

    @Test
    void aDamagedHeadIsAsGoodAsNone() throws Exception {
        library.judge(10, 15);
        teaching.learn("clang", Progress.NONE);
        library.catalogue()
                .learned()
                .save(new LearnedModel(
                        ClangingLibrary.PACK,
                        LearnedModel.Kind.HEAD,
                        "clang",
                        0,
                        Instant.EPOCH,
                        "not json",
                        new byte[] {1, 2}));
        assertThat(teaching.label("clang").lesson()).isEmpty();
        assertThat(teaching.learn("clang", Progress.NONE).calibrated()).isTrue();
    }

    /** Stops the work when this phase begins. */
    private static final class CancelledIn implements Progress {
        private final String phase;
        private volatile boolean reached;

        CancelledIn(String phase) {
            this.phase = phase;
        }

        @Override
        public void phase(String name, long total) {
            reached |= name.equals(phase);
        }

        @Override
        public boolean isCancelled() {
            return reached;
        }
    }
}
