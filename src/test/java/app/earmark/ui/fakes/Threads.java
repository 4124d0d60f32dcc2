package app.earmark.ui.fakes;

import app.earmark.ui.task.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One thread for everything, and a clock that is turned by hand. */
public final class Threads {

    private final List<Call> calls = new ArrayList<>();
    private final List<Runnable> work = new ArrayList<>();
    private boolean holding;

    public Background background() {
        return new Background(this::work, this::work, Runnable::run, (wait, action) -> {
            Call call = new Call(wait, action);
            calls.add(call);
            return () -> calls.remove(call);
        });
    }

    private void work(Runnable task) {
        if (holding) {
            work.add(task);
        } else {
            task.run();
        }
    }

    /** From now on background work waits for {@link #release}. */
    public void hold() {
        holding = true;
    }

    /** Runs the background work that waits, in the order it came. */
    public void release() {
        holding = false;
        List<Runnable> waiting = List.copyOf(work);
        work.clear();
        waiting.forEach(Runnable::run);
    }

    /** Time passes: whatever waited for no longer than this is called. */
    public void pass(Duration time) {
        List<Call> due =
                calls.stream().filter(call -> call.pause.compareTo(time) <= 0).toList();
        calls.removeAll(due);
        due.forEach(call -> call.action.run());
    }

    private record Call(Duration pause, Runnable action) {}
}
