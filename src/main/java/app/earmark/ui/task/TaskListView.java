package app.earmark.ui.task;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.concurrent.Task;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.TaskProgressView;

/** Running work with its bars and cancel buttons; takes no room while nothing runs. */
public final class TaskListView extends StackPane {

    private static final double HEIGHT_OF_TASK = 106;

    public TaskListView(TaskListViewModel model) {
        setId("tasks");
        getStyleClass().add("task-strip");
        TaskProgressView<Task<?>> tasks = new TaskProgressView<>();
        tasks.setAccessibleText("Running tasks");
        tasks.setRetainTasks(false);
        tasks.getTasks().setAll(model.running());
        model.running().addListener((ListChangeListener<Task<?>>)
                change -> tasks.getTasks().setAll(model.running()));
        getChildren().add(tasks);
        var some = Bindings.isNotEmpty(model.running());
        visibleProperty().bind(some);
        managedProperty().bind(some);
        prefHeightProperty()
                .bind(Bindings.min(3, Bindings.size(model.running()))
                        .multiply(HEIGHT_OF_TASK)
                        .add(2));
        minHeightProperty().bind(prefHeightProperty());
    }
}
