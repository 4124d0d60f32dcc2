package app.earmark.ui.browser;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;

/** The table of results. Enter or a double click plays; rows can be dragged out as files. */
public final class ResultsTable extends TableView<ResultRow> {

    private final ResultsViewModel model;
    private final RowActions actions;
    private final ColumnFit fit;
    private boolean placing;

    public ResultsTable(ResultsViewModel model, RowActions actions, Node placeholder) {
        super(model.rows());
        this.model = model;
        this.actions = actions;
        setId("results-table");
        setAccessibleText("Results");
        getStyleClass().addAll("dense", "results");
        setPlaceholder(placeholder);
        setFixedCellSize(34);
        setTableMenuButtonVisible(true);
        getColumns().setAll(Columns.all());
        fit = new ColumnFit(this);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setSortPolicy(table -> {
            List<TableColumn<ResultRow, ?>> order = table.getSortOrder();
            TableColumn<ResultRow, ?> column = order.isEmpty() ? null : order.get(0);
            model.orderBy(
                    column == null ? null : (SortKey) column.getUserData(),
                    column != null && column.getSortType() == TableColumn.SortType.DESCENDING);
            return true;
        });
        setRowFactory(table -> row());
        setContextMenu(new RowMenu(model, actions));
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<ResultRow>) change -> tellSelection());
        model.shown().addListener((property, before, now) -> {
            whenDrawing(() -> showWhy(now.isRanked()));
            if (model.isByRank()) {
                getSortOrder().clear();
            }
            if (!now.asksTheSameAs(before)) {
                toTop(); // else, scrolled beyond the end of fewer rows, the table makes a second set of them
                layout(); // else the scrolling is undone when the new rows are laid out
                // the best first, which a sound selected before would have scrolled away
                scrollTo(now.isRanked() ? 0 : Math.max(0, getSelectionModel().getSelectedIndex()));
            }
        });
        model.onPlaced(this::reselect);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !model.selection().get().isEmpty()) {
                actions.play(last(model.selection().get()));
                event.consume();
            }
        });
        setOnDragDetected(event -> {
            List<File> files = filesToDrag();
            if (!files.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                Dragboard board = startDragAndDrop(TransferMode.COPY);
                ClipboardContent content = new ClipboardContent();
                content.putFiles(files);
                board.setContent(content);
                event.consume();
            }
        });
    }

    /** Lays out, unseen, what the first search shows beside the rows, so that its first letter need not wait for that. */
    public void warmUp() {
        if (model.shown().get() != null && !model.shown().get().isRanked()) {
            showWhy(true);
            applyCss();
            layout();
            showWhy(false);
        }
    }

    /** In what is drawn next, but as work of its own, so that keys and mouse are served between this and the rows. */
    private static void whenDrawing(Runnable action) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                action.run();
            }
        }.start();
    }

    /** Only a ranked answer has reasons to show. */
    private void showWhy(boolean ranked) {
        for (TableColumn<ResultRow, ?> column : getColumns()) {
            if (column instanceof WhyColumn why && why.takeRoom(ranked)) {
                fit.adjust();
            }
        }
    }

    private List<File> filesToDrag() {
        return model.selection().get().stream()
                .filter(clip -> !clip.offline())
                .map(Clip::path)
                .map(Path::toFile)
                .toList();
    }

    private TableRow<ResultRow> row() {
        TableRow<ResultRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && row.getItem() != null
                    && row.getItem().cardNow() != null) {
                actions.play(row.getItem().cardNow().clip());
            }
        });
        return row;
    }

    private void tellSelection() {
        if (!placing) {
            model.select(List.copyOf(getSelectionModel().getSelectedItems()).stream()
                    .filter(Objects::nonNull)
                    .map(ResultRow::clip)
                    .toList());
        }
    }

    /** After new results: keeps the clips selected that are still there. */
    private void reselect() {
        Set<ClipId> wanted = new HashSet<>(model.selectedIds());
        placing = true;
        try {
            getSelectionModel().clearSelection();
            for (int i = 0; i < getItems().size() && !wanted.isEmpty(); i++) {
                if (wanted.remove(getItems().get(i).clip())) {
                    getSelectionModel().select(i);
                }
            }
        } finally {
            placing = false;
        }
        tellSelection();
    }

    /** Moves the selection by some rows and keeps it in sight. */
    public void move(int rows) {
        if (getItems().isEmpty()) {
            return;
        }
        int from = getSelectionModel().getSelectedIndex();
        int to = Math.max(0, Math.min(getItems().size() - 1, from + rows));
        getSelectionModel().clearAndSelect(to);
        getFocusModel().focus(to);
        reveal(to);
    }

    /** Selects the first row in sight, unless the selection is in sight itself; once the rows are in their order. */
    public void enter() {
        model.whenArranged(this::selectInSight);
    }

    private void selectInSight() {
        int selected = getSelectionModel().getSelectedIndex();
        int first = indexOf(VirtualFlow::getFirstVisibleCell).orElse(0);
        int last = indexOf(VirtualFlow::getLastVisibleCell).orElse(selected);
        if (selected < first || selected > last) {
            move(first - selected);
        }
    }

    private Optional<Integer> indexOf(Function<VirtualFlow<?>, IndexedCell<?>> cell) {
        return flow().map(cell).map(IndexedCell::getIndex);
    }

    private void reveal(int index) {
        flow().ifPresent(rows -> rows.scrollTo(index));
    }

    private void toTop() {
        flow().ifPresent(rows -> rows.setPosition(0));
    }

    private Optional<VirtualFlow<?>> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> rows ? Optional.of(rows) : Optional.empty();
    }

    private static Clip last(List<Clip> clips) {
        return clips.get(clips.size() - 1);
    }
}
