package app.earmark.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.ClipId;
import app.earmark.library.Edit;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.tags.TagEdits;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.InTurn;
import app.earmark.ui.task.TaskListViewModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {

    private static final List<ClipId> FIRST = List.of(new ClipId(1));

    private final MemoryCatalog catalog = MemoryCatalog.of(20);
    private final Threads threads = new Threads();
    private final Background background = threads.background();
    private final InTurn turn = new InTurn(background);
    private final TaskListViewModel tasks = new TaskListViewModel(background);
    private final TagEdits edits =
            new TagEdits(catalog, catalog, catalog.journal(), new LabelChoices(List.of()), false, turn);
    private final HistoryViewModel model =
            new HistoryViewModel(catalog.journal(), false, tasks, turn, background, () -> {});

    @Test
    void undoTakesBackTheNewestEditAndSaysWhich() {
        edits.confirm(FIRST, "trailer");
        edits.reject(FIRST, "RAIN");

        model.undo();

        assertThat(catalog.tagsOf(FIRST.get(0)).rejected()).doesNotContain("RAIN");
        assertThat(tasks.notice().get().sentence()).startsWith("Undone: Reject");
        assertThat(model.edits()).extracting(Edit::undone).containsExactly(true, false);

        model.redo();
        assertThat(catalog.tagsOf(FIRST.get(0)).rejected()).contains("RAIN");
        assertThat(tasks.notice().get().sentence()).startsWith("Done again: Reject");
    }

    @Test
    void anUndoRightAfterAnEditWaitsForIt() {
        threads.hold();
        edits.reject(FIRST, "RAIN");
        model.undo();
        threads.release();
        // what was held runs in turn, each piece asking for the next
        assertThat(catalog.journal().newest(5)).extracting(Edit::undone).containsExactly(true);
    }

    @Test
    void withNothingLeftItSaysSo() {
        model.undo();

        assertThat(tasks.notice().get().sentence()).isEqualTo("There is nothing to undo.");
    }

    @Test
    void anUndoThatFailsWarnsOnceAndTheNextStillWorks() {
        edits.reject(FIRST, "RAIN");
        catalog.journal().trouble = new IllegalStateException("The disk is full.");
        model.undo();
        assertThat(tasks.notice().get().isWarning()).isTrue();
        assertThat(tasks.notice().get().sentence()).isEqualTo("That could not be undone: The disk is full.");
        assertThat(model.trouble().get()).isEmpty();

        catalog.journal().trouble = null;
        model.undo();
        assertThat(catalog.tagsOf(FIRST.get(0)).rejected()).doesNotContain("RAIN");
    }
}
