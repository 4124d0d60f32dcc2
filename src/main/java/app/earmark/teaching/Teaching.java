package app.earmark.teaching;

import app.earmark.embed.EncoderFailure;
import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Learns labels from what persons confirmed and rejected, for the chosen pack. Labels are the same label whatever their
 * case. Thread-safe. But for {@link #corrected} and {@link #whenLearnt}, every method reads the catalogue or more, so none
 * belongs on the UI thread; a failing database surfaces as {@link app.earmark.library.CatalogueUnavailable}, a pack that
 * can't be opened as {@link EncoderFailure}.
 */
public interface Teaching extends AutoCloseable {

    /** Labels that persons spoke about, and those taught, most words first. */
    List<TaughtLabel> labels() throws EncoderFailure;

    /** Where one label stands; one nobody spoke about has no evidence and no lesson. */
    TaughtLabel label(String label) throws EncoderFailure;

    /**
     * What to ask a person next: clips nobody judged, the likeliest first, then those the model is least sure of, then
     * those unlike anything judged. Of clips that sound the same, one stands for all.
     *
     * @param most how many, all kinds together
     */
    List<Proposal> proposals(String label, int most) throws EncoderFailure;

    /**
     * Learns a label from what was said so far and makes its claims anew, now. With too little evidence nothing is learnt,
     * and the model's own rule decides again.
     *
     * @throws CancelledWork when the person asked to stop; the claims are then made at the next start or lesson
     */
    TaughtLabel learn(String label, Progress progress) throws EncoderFailure, CancelledWork;

    /** Something was said about these labels: they are learnt again in the background, once the person pauses. Returns at once. */
    void corrected(Collection<String> labels);

    /**
     * Tells about every label whose claims were made anew, on a thread of the background.
     *
     * @return ends it
     */
    Runnable whenLearnt(Consumer<TaughtLabel> listener);

    /** All lessons of a label, newest first. */
    List<Lesson> lessons(String label) throws EncoderFailure;

    /**
     * Makes an earlier lesson the one that counts, as a new version.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    TaughtLabel restore(String label, int version, Progress progress) throws EncoderFailure, CancelledWork;

    /** Forgets what was learnt of a label: the model's own rule decides again. What persons said stays. */
    TaughtLabel remove(String label, Progress progress) throws EncoderFailure, CancelledWork;

    /**
     * Why the model says what it says about a label of a clip.
     *
     * @param most confirmed clips, and rejected ones, to name
     */
    Explanation explain(String label, ClipId clip, int most) throws EncoderFailure;

    /** How good each label is, by what persons said; most words first. */
    List<LabelReport> report(Progress progress) throws EncoderFailure, CancelledWork;

    /** Stops work in the background; what is left undone is made good at the next start. */
    @Override
    void close();
}
