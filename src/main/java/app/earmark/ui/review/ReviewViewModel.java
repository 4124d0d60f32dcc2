package app.earmark.ui.review;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Guess;
import app.earmark.library.TagChange;
import app.earmark.library.TagVerdict;
import app.earmark.ui.tags.TagEdits;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The queue of unsure clips, and the answers. The next clip plays at once; what was said is stored behind it. */
public final class ReviewViewModel {

    static final int MOST = 2_000;
    /** How many guesses can be picked by a digit. */
    static final int PICKS = 5;

    private final ClipCatalog clips;
    private final TagEdits edits;
    private final Consumer<Clip> play;
    private final Runnable undo;
    private final NewestWins finding;
    private final NewestWins reading;
    private final List<Question> queue = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Deque<Integer> said = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ClipTags> tags = new ReadOnlyObjectWrapper<>(ClipTags.NONE);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOOKING);
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
    private Optional<String> about = Optional.empty();
    private NewestWins.Work<List<Question>> source;

    /**
     * @param play plays a clip from its beginning
     * @param undo undoes the newest edit
     */
    public ReviewViewModel(
            ClipCatalog clips, TagEdits edits, Consumer<Clip> play, Runnable undo, Background background) {
        this.clips = clips;
        this.edits = edits;
        this.play = play;
        this.undo = undo;
        finding = new NewestWins(background);
        reading = new NewestWins(background);
        edits.onChange(this::readTags);
    }

    /** Looks among these clips for what to ask, of one label or of any, and asks the first. */
    public void begin(List<ClipId> among, Optional<String> label) {
        begin(progress -> Questions.find(clips, among, label, MOST, progress), label);
        source = null;
    }

    /** Asks what somebody else found worth asking about a label. */
    public void begin(NewestWins.Work<List<Question>> questions, Optional<String> label) {
        about = label;
        source = questions;
        queue.clear();
        answers.clear();
        said.clear();
        question.set(null);
        at.set(-1);
        stage.set(Stage.LOOKING);
        finding.submit(
                questions,
                found -> {
                    queue.addAll(found);
                    found.forEach(each -> answers.add(Answer.NONE));
                    if (found.isEmpty()) {
                        stage.set(Stage.NOTHING);
                    } else {
                        show(0);
                    }
                },
                failure -> stage.set(Stage.NOTHING));
    }

    /** Something was learnt of the label that is asked about: what is still to come is what is worth asking now. */
    public void renew(String label) {
        if (source != null
                && stage.get() == Stage.ASKING
                && about.filter(label::equalsIgnoreCase).isPresent()) {
            finding.submit(source, this::replaceRest, failure -> {});
        }
    }

    private void replaceRest(List<Question> found) {
        int from = at.get() + 1;
        boolean untouched = answers.subList(Math.min(from, answers.size()), answers.size()).stream()
                .allMatch(Answer.NONE::equals);
        if (stage.get() != Stage.ASKING || !untouched) {
            return;
        }
        List<Question> rest = queue.subList(from, queue.size());
        Map<ClipId, Question> next = new LinkedHashMap<>();
        found.forEach(question -> next.put(question.clip().id(), question));
        rest.forEach(question -> next.putIfAbsent(question.clip().id(), question));
        queue.subList(0, from).forEach(question -> next.remove(question.clip().id()));
        List<Question> renewed = next.values().stream().limit(rest.size()).toList();
        rest.clear();
        queue.addAll(renewed);
    }

    /** Stops; what was said stays. */
    public void end() {
        finding.cancel();
        reading.cancel();
        question.set(null);
    }

    /** The label holds. */
    public void confirm() {
        answer(Answer.YES, asked -> edits.confirm(List.of(asked.clip().id()), asked.label()));
    }

    /** The label does not hold. */
    public void reject() {
        answer(Answer.NO, asked -> edits.reject(List.of(asked.clip().id()), asked.label()));
    }

    /** The label does not hold, this guess does instead; one step to undo. */
    public void pick(int index) {
        List<Guess> choice = picks();
        if (index < choice.size()) {
            Guess picked = choice.get(index);
            answer(Answer.OTHER, asked -> {
                ClipId clip = asked.clip().id();
                edits.apply(
                        "“" + picked.name() + "” instead of “" + asked.name() + "”",
                        List.of(
                                new TagChange(clip, picked.label(), Optional.of(TagVerdict.HOLDS)),
                                new TagChange(clip, asked.label(), Optional.of(TagVerdict.REJECTED))));
            });
        }
    }

    /** A word of the person's own, or any category; the question stays. */
    public void add(String typed) {
        if (question.get() != null) {
            edits.add(List.of(question.get().clip().id()), typed);
        }
    }

    private void answer(Answer answer, Consumer<Question> say) {
        Question asked = question.get();
        if (asked == null || edits.readOnly()) {
            return;
        }
        say.accept(asked);
        answers.set(at.get(), answer);
        said.push(at.get());
        forward();
    }

    public void skip() {
        if (question.get() != null) {
            forward();
        }
    }

    /** To the clip before, whatever was said about it. */
    public void back() {
        if (stage.get() == Stage.DONE) {
            show(queue.size() - 1);
        } else if (at.get() > 0) {
            show(at.get() - 1);
        }
    }

    /** Takes back the last answer and asks again. */
    public void undo() {
        undo.run();
        if (!said.isEmpty()) {
            int last = said.pop();
            answers.set(last, Answer.NONE);
            show(last);
        }
    }

    public void playAgain() {
        if (question.get() != null) {
            play.accept(question.get().clip());
        }
    }

    private void forward() {
        if (at.get() + 1 < queue.size()) {
            show(at.get() + 1);
        } else {
            at.set(queue.size());
            question.set(null);
            stage.set(Stage.DONE);
        }
    }

    private void show(int index) {
        Question next = queue.get(index);
        stage.set(Stage.ASKING);
        at.set(index);
        tags.set(next.tags());
        question.set(next);
        play.accept(next.clip());
        if (answers.get(index) != Answer.NONE) {
            readTags();
        }
    }

    private void readTags() {
        Question asked = question.get();
        if (asked != null) {
            reading.submit(
                    progress -> clips.tagsOf(asked.clip().id()),
                    found -> {
                        if (question.get() == asked) {
                            tags.set(found);
                        }
                    },
                    failure -> {});
        }
    }

    /** Guesses other than the label asked about, best first. */
    List<Guess> picks() {
        return question.get() == null
                ? List.of()
                : tags.get().guesses().stream()
                        .filter(guess -> !guess.label().equals(question.get().label()))
                        .limit(PICKS)
                        .toList();
    }

    /** Null while nothing is asked. */
    public ReadOnlyObjectProperty<Question> question() {
        return question.getReadOnlyProperty();
    }

    /** What is said about the clip now. */
    ReadOnlyObjectProperty<ClipTags> tags() {
        return tags.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Which of the {@link #size} clips is asked about, from 0. */
    ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    int size() {
        return queue.size();
    }

    /** What was said about the clip on show. */
    Answer answerNow() {
        return at.get() >= 0 && at.get() < answers.size() ? answers.get(at.get()) : Answer.NONE;
    }

    long count(Answer answer) {
        return answers.stream().filter(answer::equals).count();
    }

    /** The only label that is asked about. */
    Optional<String> about() {
        return about.map(edits.labels()::nameOf);
    }

    TagEdits edits() {
        return edits;
    }

    enum Stage {
        LOOKING,
        NOTHING,
        ASKING,
        DONE
    }

    enum Answer {
        NONE,
        YES,
        NO,
        OTHER
    }
}
