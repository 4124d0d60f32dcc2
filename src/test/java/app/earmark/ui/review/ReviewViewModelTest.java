package app.earmark.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Guess;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.history.HistoryViewModel;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.tags.TagEdits;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.InTurn;
import app.earmark.ui.task.TaskListViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {

    private final MemoryCatalog catalog = MemoryCatalog.of(60);
    private final Background background = new Threads().background();
    private final InTurn turn = new InTurn(background);
    private final TagEdits edits =
            new TagEdits(catalog, catalog, catalog.journal(), new LabelChoices(List.of()), false, turn);
    private final TaskListViewModel tasks = new TaskListViewModel(background);
    private final HistoryViewModel history =
            new HistoryViewModel(catalog.journal(), false, tasks, turn, background, () -> {});
    private final List<Clip> played = new ArrayList<>();
    private final ReviewViewModel model = new ReviewViewModel(catalog, edits, played::add, history::undo, background);

    @Test
    void asksOnlyWhereNobodyButTheModelSaidAnythingAndPlaysEachAtOnce() {
        begin();

        assertThat(model.size()).isPositive();
        assertThat(played).containsExactly(model.question().get().clip());
        for (int i = 0; i < model.size(); i++) {
            assertThat(catalog.tagsOf(model.question().get().clip().id()).tags())
                    .allMatch(tag -> tag.source() == TagSource.MODEL);
            if (i + 1 < model.size()) {
                model.skip();
            }
        }
        assertThat(played).hasSize(model.size()).doesNotHaveDuplicates();
    }

    @Test
    void yesConfirmsNoRejectsAndTheNextIsAsked() {
        begin();
        Question first = model.question().get();

        model.confirm();
        Question second = model.question().get();
        model.reject();

        assertThat(tags(first).tags())
                .filteredOn(tag -> tag.label().equals(first.label()))
                .extracting(Tag::source)
                .containsExactly(TagSource.PERSON);
        assertThat(tags(second).rejected()).contains(second.label());
        assertThat(model.at().get()).isEqualTo(2);
    }

    @Test
    void anotherGuessTakesThePlaceInOneStepAndUndoAsksAgain() {
        begin();
        Question asked = model.question().get();
        ClipTags before = tags(asked);
        Guess other = model.picks().get(0);

        model.pick(0);
        assertThat(tags(asked).rejected()).contains(asked.label());
        assertThat(tags(asked).tags()).extracting(Tag::label).contains(other.label());
        model.undo();

        assertThat(tags(asked)).isEqualTo(before);
        assertThat(model.question().get()).isEqualTo(asked);
        assertThat(model.answerNow()).isEqualTo(ReviewViewModel.Answer.NONE);
    }

    @Test
    void backGoesToWhatWasSaidAndTheEndSaysHowMuch() {
        begin();
        model.confirm();
        model.back();
        assertThat(model.answerNow()).isEqualTo(ReviewViewModel.Answer.YES);

        while (model.stage().get() == ReviewViewModel.Stage.ASKING) {
            model.skip();
        }
        assertThat(model.stage().get()).isEqualTo(ReviewViewModel.Stage.DONE);
        assertThat(model.count(ReviewViewModel.Answer.YES)).isEqualTo(1);
    }

    @Test
    void ofOneLabelOnlyThatIsAsked() {
        model.begin(catalog.matching(ClipFilter.ALL), Optional.of("ambmisc"));

        assertThat(model.size()).isPositive();
        assertThat(model.question().get().label()).isEqualTo("AMBMisc");
    }

    @Test
    void whatIsLearntMeanwhileChangesWhatIsStillToComeAndNothingBefore() {
        List<Question> proposed = new ArrayList<>();
        for (int clip = 1; clip <= 6; clip++) {
            proposed.add(question(clip, "Among the most like the words. "));
        }
        model.begin(progress -> List.copyOf(proposed), Optional.of("rain"));
        model.confirm();
        model.confirm();

        proposed.clear();
        proposed.addAll(List.of(question(9, "learnt"), question(1, "learnt"), question(4, "learnt")));
        model.renew("Rain");

        assertThat(model.question().get().clip().id().value()).isEqualTo(3);
        assertThat(model.size()).isEqualTo(6);
        List<String> remaining = new ArrayList<>();
        for (model.skip(); model.stage().get() == ReviewViewModel.Stage.ASKING; model.skip()) {
            Question asked = model.question().get();
            remaining.add(asked.clip().id().value() + " " + asked.remark().strip());
        }
        assertThat(remaining).containsExactly("9 learnt", "4 learnt", "5 Among the most like the words.");
    }

    private Question question(long clip, String remark) {
        Clip of = catalog.findAll(List.of(new ClipId(clip))).get(new ClipId(clip));
        return new Question(of, ClipTags.NONE, "rain", "rain", remark, 0);
    }

    private void begin() {
        model.begin(catalog.matching(ClipFilter.ALL), Optional.empty());
    }

    private ClipTags tags(Question of) {
        return catalog.tagsOf(of.clip().id());
    }
}
