package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import app.earmark.library.ClipId;
import app.earmark.ui.search.SoundsLike;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Which rows and columns are in sight, and what is selected, when questions change. */
class ResultsInWindowTest extends WorkedWindowTest {

    @Test
    void reasonsTakeNoRoomWhereThereAreNone() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        assertThat(whyWidth()).isZero();

        search("oak door");
        until(() -> whyWidth() >= 170);
        assertThat(columnsWidth())
                .as("columns fill the table, none beyond its edge")
                .isBetween(table().getWidth() - 40, table().getWidth());

        interact(() -> lookup("#search-field").queryAs(TextField.class).clear());
        until(() -> whyWidth() == 0);
        assertThat(columnsWidth()).isBetween(table().getWidth() - 40, table().getWidth());
    }

    @Test
    void columnsThatDoNotFitAreReachedSideways() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        assertThat(sideways().isVisible()).isFalse();

        interact(() -> lookup(".split-pane").queryAs(SplitPane.class).setDividerPositions(0.2, 0.58));
        search("oak door");
        until(() -> whyWidth() >= 170 && sideways().isVisible());
        assertThat(sideways().getVisibleAmount()).isLessThan(sideways().getMax());
        interact(() -> sideways().setValue(sideways().getMax()));
        waitForFxEvents();
        assertThat(lookup(".column-header .label")
                        .match((Label label) -> "Why".equals(label.getText()))
                        .query()
                        .localToScene(0, 0)
                        .getX())
                .isLessThan(table().localToScene(table().getWidth(), 0).getX() - 170);

        interact(() -> lookup(".split-pane").queryAs(SplitPane.class).setDividerPositions(0.15, 0.8));
        until(() -> !sideways().isVisible());
        assertThat(columnsWidth()).isBetween(table().getWidth() - 40, table().getWidth());
    }

    @Test
    void fewerRowsUnderAScrolledTableAreShownByTheRowsThereAre() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        waitForFxEvents();
        int before = rowsMade();
        interact(() -> table().scrollTo(150));
        waitForFxEvents();

        search("boom");
        waitForFxEvents();

        assertThat(table().getItems()).as("more than fit").hasSizeBetween(25, 149);
        assertThat(rowsMade()).isLessThanOrEqualTo(before + 2);
    }

    @Test
    void aNewQuestionIsAnsweredByRankAndNotByTheColumnSortedBefore() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        sortByLength();

        search("oak door");

        assertThat(table().getSortOrder()).isEmpty();
        assertThat(table().getItems())
                .extracting(row -> row.hit())
                .isEqualTo(model.results().shown().get().results().hits());
    }

    @Test
    void aSoundStaysSelectedWhenSortedAndWhenTheSearchIsCleared() throws TimeoutException {
        search("oak door");
        clickFirst();
        ClipId selected = model.inspector().inspected().get().clip().id();

        sortByLength();
        waitForFxEvents();
        assertThat(model.results().selectedIds()).containsExactly(selected);
        interact(model.search()::clear);
        until(() -> table().getItems().size() == 200);

        assertThat(model.results().selectedIds()).containsExactly(selected);
        assertThat(table().getSelectionModel().getSelectedItem().clip()).isEqualTo(selected);
    }

    @Test
    void aNewQuestionIsReadFromTheTop() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        interact(() -> table().scrollTo(199));
        waitForFxEvents();

        interact(() -> model.search().findLike(new SoundsLike(new ClipId(1), "first")));
        until(() -> model.results().shown().get().isRanked());

        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        until(() ->
                flow.getFirstVisibleCell() != null && flow.getFirstVisibleCell().getIndex() == 0);
    }

    @Test
    void aNewQuestionIsReadFromTheTopAlsoWhereASoundStaysSelected() throws TimeoutException {
        SoundsLike first = new SoundsLike(new ClipId(1), "first");
        interact(() -> model.search().findLike(first));
        until(() -> model.results().shown().get().isRanked());
        int worst = table().getItems().size() - 1;
        ClipId last = table().getItems().get(worst).clip();
        interact(() -> table().getSelectionModel().clearAndSelect(worst));
        interact(model.search()::clear);
        until(() -> table().getItems().size() == 200);
        int selected = table().getSelectionModel().getSelectedIndex();
        assertThat(rowsInSight()).as("kept in sight among all").contains(selected);

        interact(() -> model.search().findLike(first));
        until(() -> model.results().shown().get().isRanked());

        assertThat(rowsInSight()).as("the best first").contains(0);
        assertThat(model.results().selectedIds()).containsExactly(last);
    }

    @Test
    void theArrowLeavesTheSearchBoxForARowInSight() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        interact(() -> model.search().findLike(new SoundsLike(new ClipId(1), "first")));
        until(() -> model.results().shown().get().isRanked());
        interact(() ->
                table().getSelectionModel().clearAndSelect(table().getItems().size() - 1));
        assertThat(rowsInSight()).doesNotContain(table().getSelectionModel().getSelectedIndex());

        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL).type(KeyCode.DOWN);
        assertThat(table().getSelectionModel().getSelectedIndices()).containsExactly(0);

        type(KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL).type(KeyCode.DOWN);
        assertThat(table().getSelectionModel().getSelectedIndices())
                .as("what is in sight stays selected")
                .containsExactly(1);
    }

    @Test
    void enterRightAfterTypingSelectsTheBestOfWhatWasTyped() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        ClipId before = table().getItems().get(0).clip();

        typeAndEnter("boom");

        ClipId best = table().getItems().get(0).clip();
        assertThat(best).isNotEqualTo(before);
        assertThat(table().getSelectionModel().getSelectedItem().clip()).isEqualTo(best);
    }

    @Test
    void enterRightAfterTypingSelectsTheBestAlsoWhereAColumnWasSorted() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        sortByLength();

        typeAndEnter("boom");

        assertThat(table().getSelectionModel().getSelectedItem().clip())
                .isEqualTo(model.results().shown().get().results().hits().get(0).clip());
    }

    private void sortByLength() throws TimeoutException {
        clickOn("Length");
        until(() -> !table().getSortOrder().isEmpty());
    }

    private void typeAndEnter(String words) throws TimeoutException {
        interact(() -> {
            TextField field = lookup("#search-field").queryAs(TextField.class);
            field.requestFocus();
            field.setText(words);
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        until(() -> model.results().shown().get().text().equals(words)
                && !table().getSelectionModel().isEmpty());
    }

    @Test
    void reasonsOfAFormerQuestionAreNotLeftForScreenReaders() throws TimeoutException {
        search("oak door");
        assertThat(reasons()).isNotEmpty();

        interact(() -> lookup("#search-field").queryAs(TextField.class).clear());
        until(() -> table().getItems().size() == 200);

        assertThat(reasons()).isEmpty();
    }

    private ScrollBar sideways() {
        return table().lookupAll(".virtual-flow > .scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow();
    }

    private int rowsMade() {
        return lookup(".table-row-cell").queryAll().size();
    }

    private double whyWidth() {
        return table().getColumns().stream()
                .filter(column -> "column-why".equals(column.getId()))
                .mapToDouble(column -> column.getWidth())
                .sum();
    }

    private double columnsWidth() {
        return table().getVisibleLeafColumns().stream()
                .mapToDouble(column -> column.getWidth())
                .sum();
    }

    /** What the column of reasons says, in sight or not. */
    private List<String> reasons() {
        return lookup(".why-cell .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<Integer> rowsInSight() {
        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        return IntStream.rangeClosed(
                        flow.getFirstVisibleCell().getIndex(),
                        flow.getLastVisibleCell().getIndex())
                .boxed()
                .toList();
    }
}
