package app.earmark.ui.models;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.concurrent.Task;

/** A model on the page, and what happens to it. Lives on the window's thread. */
final class ModelRow {

    private final ReadOnlyObjectWrapper<ModelCard> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ModelState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private Task<?> task;
    private boolean discarding;

    ModelRow(ModelCard card) {
        show(card);
    }

    void show(ModelCard newCard) {
        card.set(newCard);
        if (task == null) {
            state.set(newCard.pack()
                    .map(shelved -> shelved.inUse() ? ModelState.IN_USE : ModelState.SHELVED)
                    .orElse(newCard.fetchedBytes() > 0 ? ModelState.PAUSED : ModelState.AVAILABLE));
        }
    }

    void begin(Task<?> newTask, boolean getting) {
        task = newTask;
        discarding = false;
        fraction.bind(newTask.progressProperty());
        message.bind(newTask.messageProperty());
        if (getting) {
            state.set(ModelState.GETTING);
        }
    }

    /** The task is over; the state is the card's again. */
    void end(String sentence) {
        task = null;
        fraction.unbind();
        fraction.set(-1);
        message.unbind();
        message.set(sentence);
        show(card.get());
    }

    void showSpeed(ModelSpeed known) {
        speed.set(known.text());
    }

    void cancelTask(boolean discard) {
        discarding = discard;
        if (task != null) {
            task.cancel();
        }
    }

    boolean discarding() {
        return discarding;
    }

    boolean atWork() {
        return task != null;
    }

    void say(String sentence) {
        message.set(sentence);
    }

    ModelCard cardNow() {
        return card.get();
    }

    ReadOnlyObjectProperty<ModelCard> card() {
        return card.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ModelState> state() {
        return state.getReadOnlyProperty();
    }

    /** What is going on, or how it ended. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** How fast it is here, or the empty string. */
    ReadOnlyStringProperty speed() {
        return speed.getReadOnlyProperty();
    }

    /** How far the work on it is, 0…1; negative while that is unknown. */
    ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }
}
