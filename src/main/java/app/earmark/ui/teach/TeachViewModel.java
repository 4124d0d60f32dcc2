package app.earmark.ui.teach;

import app.earmark.learning.Calibrator;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.LabelEvidence;
import app.earmark.progress.Progress;
import app.earmark.teaching.Lesson;
import app.earmark.teaching.Proposal;
import app.earmark.teaching.TaughtLabel;
import app.earmark.teaching.Teaching;
import app.earmark.ui.review.Question;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.tags.ModelScore;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.NewestWins;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.text.ClipText;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The labels a person taught, and what each has learnt. */
public final class TeachViewModel {

    static final int ASKED = 40;

    private final Teaching teaching;
    private final ClipCatalog clips;
    private final LabelChoices names;
    private final boolean readOnly;
    private final TaskListViewModel tasks;
    private final Runnable changed;
    private final NewestWins listing;
    private final NewestWins choosing;
    private final ObservableList<TaughtLabel> labels = FXCollections.observableArrayList();
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<TaughtLabel> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /** @param changed called when claims were made anew */
    public TeachViewModel(
            Teaching teaching,
            ClipCatalog clips,
            LabelChoices names,
            boolean readOnly,
            TaskListViewModel tasks,
            Background background,
            Runnable changed) {
        this.teaching = teaching;
        this.clips = clips;
        this.names = names;
        this.readOnly = readOnly;
        this.tasks = tasks;
        this.changed = changed;
        listing = new NewestWins(background);
        choosing = new NewestWins(background);
        teaching.whenLearnt(learnt -> background.show(() -> learnt(learnt)));
    }

    private void learnt(TaughtLabel label) {
        if (chosen.get() != null && chosen.get().label().equalsIgnoreCase(label.label())) {
            choose(label.label());
        }
        refresh();
        changed.run();
    }

    /** Reads the labels again. */
    public void refresh() {
        listing.submit(
                progress -> teaching.labels(),
                found -> {
                    if (!labels.equals(found)) {
                        labels.setAll(found);
                    }
                },
                this::say);
    }

    /** Shows where a label stands; nobody need have spoken about it before. */
    public void choose(String typed) {
        String label = names.exactly(typed).map(choice -> choice.label()).orElse(typed.strip());
        if (label.isEmpty()) {
            return;
        }
        choosing.submit(
                progress -> new Chosen(teaching.label(label), teaching.lessons(label)),
                found -> {
                    trouble.set("");
                    lessons.setAll(found.lessons());
                    chosen.set(found.label());
                },
                this::say);
    }

    /** What to ask next about a label, best first; for the background. */
    public List<Question> questions(String label) throws Exception {
        TaughtLabel taught = teaching.label(label);
        List<Proposal> proposals = teaching.proposals(label, ASKED);
        List<ClipId> ids = proposals.stream().map(Proposal::clip).toList();
        Map<ClipId, Clip> found = clips.findAll(ids);
        Map<ClipId, ClipTags> tags = clips.tagsOf(ids);
        return proposals.stream()
                .filter(proposal -> found.containsKey(proposal.clip())
                        && !found.get(proposal.clip()).offline())
                .map(proposal -> question(
                        taught,
                        label,
                        proposal,
                        found.get(proposal.clip()),
                        tags.getOrDefault(proposal.clip(), ClipTags.NONE)))
                .toList();
    }

    private Question question(TaughtLabel taught, String label, Proposal proposal, Clip clip, ClipTags tags) {
        String why =
                switch (proposal.reason()) {
                    case LIKELY -> likely(taught);
                    case UNCERTAIN -> "The model is least sure of this one. ";
                    case DIFFERENT -> "Unlike every sound you judged so far. ";
                };
        String alike = proposal.alike().isEmpty()
                ? ""
                : " It stands for " + proposal.alike().size() + " more that sound the same.";
        return new Question(
                clip,
                tags,
                label,
                names.nameOf(label),
                why + ModelScore.sentence(proposal.similarity(), proposal.probability()) + alike,
                0);
    }

    private static String likely(TaughtLabel taught) {
        int confirmed = taught.evidence().confirmed();
        String sounds = ClipText.count(confirmed, "sound", "sounds");
        if (taught.lesson().isPresent()) {
            return "Likely, by what was learnt from the " + sounds + " you confirmed. ";
        }
        return confirmed > 0
                ? "Among the most like the " + sounds + " you confirmed and the words. "
                : "Among the most like the words; say yes to those that are right. ";
    }

    /** {@code Learnt from 12 confirmed and 5 rejected sounds, version 3.} */
    String status(TaughtLabel label) {
        if (label.lesson().isEmpty()) {
            int missing = label.confirmationsMissing();
            return missing > 0
                    ? "Nothing learnt yet: confirm " + missing + " more."
                    : "Nothing learnt yet; the model's own rule decides.";
        }
        Lesson lesson = label.lesson().get();
        return "Learnt from " + lesson.confirmed() + " confirmed and " + lesson.rejected()
                + " rejected sounds, version "
                + lesson.version() + ". " + quality(lesson)
                + (label.calibrated() ? " Scores are shown as probabilities." : " " + rawUntil(label.evidence()));
    }

    /** What more is to be said before scores become probabilities. */
    private static String rawUntil(LabelEvidence said) {
        int confirm = Math.max(0, Calibrator.LEAST - said.confirmed());
        int reject = Math.max(0, Calibrator.LEAST - said.rejected());
        String more = (confirm > 0 ? "confirm " + confirm + " more" : "")
                + (confirm > 0 && reject > 0 ? " and " : "")
                + (reject > 0 ? "reject " + reject + (said.rejected() == 0 ? "" : " more") : "");
        if (more.isEmpty()) {
            return "Tags still go by raw similarity: on what you judged, a probability would tell no more than how often"
                    + " you said yes. Judge more sounds, and others than these.";
        }
        return "So far this only orders what you are asked; tags go by raw similarity. For probabilities, " + more
                + ": only wrong sounds tell where the label ends.";
    }

    static String quality(Lesson lesson) {
        if (lesson.averagePrecision().isEmpty()) {
            return "Too few to measure how good it is.";
        }
        OptionalDouble plain = lesson.zeroShotAveragePrecision();
        return "Average precision " + ClipText.score(lesson.averagePrecision())
                + (plain.isPresent() ? ", the untaught model " + ClipText.score(plain) + "." : ".");
    }

    /** Makes an earlier lesson count again. */
    public void restore(int version) {
        work("Restoring version " + version, (label, progress) -> teaching.restore(label, version, progress));
    }

    /** Learns now, rather than when the person pauses. */
    public void learnNow() {
        work("Learning", teaching::learn);
    }

    /** Forgets what was learnt; what the person said stays. */
    public void remove() {
        work("Forgetting what was learnt", teaching::remove);
    }

    private void work(String title, Work work) {
        TaughtLabel of = chosen.get();
        if (of == null || readOnly) {
            return;
        }
        tasks.start(
                title + ": " + names.nameOf(of.label()),
                progress -> work.run(of.label(), progress),
                this::learnt,
                this::say);
    }

    private void say(Exception failure) {
        trouble.set("That did not work: " + failure.getMessage());
    }

    String nameOf(String label) {
        return names.nameOf(label);
    }

    LabelChoices names() {
        return names;
    }

    /** Most words first. */
    ObservableList<TaughtLabel> labels() {
        return labels;
    }

    /** Of the chosen label, newest first. */
    ObservableList<Lesson> lessons() {
        return lessons;
    }

    /** Null until one is chosen. */
    ReadOnlyObjectProperty<TaughtLabel> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    boolean readOnly() {
        return readOnly;
    }

    @FunctionalInterface
    private interface Work {
        TaughtLabel run(String label, Progress progress) throws Exception;
    }

    private record Chosen(TaughtLabel label, List<Lesson> lessons) {}
}
