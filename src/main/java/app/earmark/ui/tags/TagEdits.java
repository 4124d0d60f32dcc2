package app.earmark.ui.tags;

import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.EditJournal;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog;
import app.earmark.library.TagChange;
import app.earmark.library.TagPrecedence;
import app.earmark.library.TagSource;
import app.earmark.library.TagVerdict;
import app.earmark.ui.task.InTurn;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What a person says about tags, from wherever in the window: one edit for each action, in the order of the actions, never
 * on the window's thread. Lives on the window's thread.
 */
public final class TagEdits {

    private final ClipCatalog clips;
    private final TagCatalog tags;
    private final EditJournal journal;
    private final LabelChoices labels;
    private final boolean readOnly;
    private final InTurn turn;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final List<Runnable> changed = new ArrayList<>();
    private Consumer<List<String>> corrected = said -> {};
    private Runnable labelAdded = () -> {};

    /**
     * @param readOnly whether the catalogue takes no changes
     * @param turn shared with whoever undoes
     */
    public TagEdits(
            ClipCatalog clips,
            TagCatalog tags,
            EditJournal journal,
            LabelChoices labels,
            boolean readOnly,
            InTurn turn) {
        this.clips = clips;
        this.tags = tags;
        this.journal = journal;
        this.labels = labels;
        this.readOnly = readOnly;
        this.turn = turn;
    }

    /** Called whenever a person's word was stored. */
    public void onChange(Runnable action) {
        changed.add(action);
    }

    /** Called with the labels that something was said about. */
    public void onCorrection(Consumer<List<String>> action) {
        corrected = action;
    }

    /** Called when a label was stored that nobody used before. */
    public void onNewLabel(Runnable action) {
        labelAdded = action;
    }

    /** The label holds for these clips. */
    public void confirm(Collection<ClipId> ids, String label) {
        say(ids, List.of(label), () -> tags.hold(ids, label));
    }

    /** The label does not hold for these clips. */
    public void reject(Collection<ClipId> ids, String label) {
        say(ids, List.of(label), () -> tags.reject(ids, label));
    }

    /** The person takes back what they said about the label. */
    public void withdraw(Collection<ClipId> ids, String label) {
        say(ids, List.of(label), () -> tags.withdraw(ids, label));
    }

    /** Says several things in one edit. */
    public void apply(String title, Collection<TagChange> changes) {
        say(
                changes.stream().map(TagChange::clip).distinct().toList(),
                changes.stream().map(TagChange::label).distinct().toList(),
                () -> journal.apply(title, changes, List.of()));
    }

    /** Adds what was typed: a known label in any spelling, or else a new one of the person's own. */
    public void add(Collection<ClipId> ids, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return;
        }
        String label = labelOf(text);
        boolean known = labels.exactly(text).isPresent();
        say(ids, List.of(label), () -> tags.hold(ids, label));
        tellNew(known);
    }

    private void tellNew(boolean known) {
        if (!known) {
            turn.submit(ended -> {
                labelAdded.run();
                ended.run();
            });
        }
    }

    /** On those of these clips that have the one label, the other takes its place. */
    public void replace(Collection<ClipId> ids, String label, String typed) {
        String text = typed.strip();
        String other = labelOf(text);
        if (text.isEmpty() || TagPrecedence.keyOf(other).equals(TagPrecedence.keyOf(label))) {
            return;
        }
        boolean known = labels.exactly(text).isPresent();
        say(ids, List.of(label, other), () -> {
            List<TagChange> changes = new ArrayList<>();
            Map<ClipId, ClipTags> held = clips.tagsOf(ids);
            held.forEach((clip, of) -> of.tags().stream()
                    .filter(tag -> TagPrecedence.keyOf(tag.label()).equals(TagPrecedence.keyOf(label)))
                    .forEach(tag -> {
                        changes.add(new TagChange(clip, other, Optional.of(TagVerdict.HOLDS)));
                        changes.add(new TagChange(clip, tag.label(), parting(tag)));
                    }));
            int count = changes.size() / 2;
            journal.apply(
                    "Replace “" + labels.nameOf(label) + "” by “" + labels.nameOf(other) + "” on "
                            + ClipText.count(count, "sound", "sounds"),
                    changes,
                    List.of());
        });
        tellNew(known);
    }

    /** Wherever the person used the one label, the other takes its place; a known one becomes one with it. */
    public void rename(String label, String typed) {
        String text = typed.strip();
        String other = labelOf(text);
        if (!text.isEmpty() && !other.equals(label)) {
            change(List.of(label, other), () -> tags.merge(List.of(label), other));
            tellNew(labels.exactly(text).isPresent());
        }
    }

    /** A word only the person used is taken back; what others say has to be denied, or it would come up again. */
    private Optional<TagVerdict> parting(Tag tag) {
        return tag.source() == TagSource.PERSON && tag.score().isEmpty() && !labels.isCatId(tag.label())
                ? Optional.empty()
                : Optional.of(TagVerdict.REJECTED);
    }

    private String labelOf(String text) {
        return labels.exactly(text).map(LabelChoice::label).orElse(text);
    }

    private void say(Collection<ClipId> ids, List<String> about, Runnable saying) {
        if (!ids.isEmpty()) {
            change(about, saying);
        }
    }

    private void change(List<String> about, Runnable saying) {
        if (readOnly) {
            return;
        }
        turn.submit(
                () -> {
                    saying.run();
                    return LabelUse.read(tags);
                },
                use -> {
                    labels.follow(use);
                    trouble.set("");
                    corrected.accept(about);
                    List.copyOf(changed).forEach(Runnable::run);
                },
                failure -> trouble.set("That could not be stored: " + failure.getMessage()));
    }

    /** A sentence about what went wrong, or the empty string. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public LabelChoices labels() {
        return labels;
    }

    public boolean readOnly() {
        return readOnly;
    }
}
